using System.ComponentModel.DataAnnotations;

namespace CamMigrate.Core.Profiles;

/// <summary>An account (<c>tt:User</c>); its password is never in a profile.</summary>
public sealed record User : ProfileNode
{
    /// <summary>Login name.</summary>
    [MinLength(1)]
    public required string Username { get; init; }

    /// <summary>What it may do; null = unknown.</summary>
    public UserLevel? UserLevel { get; init; }
}

/// <summary>Rights of an account (<c>tt:UserLevel</c>).</summary>
public enum UserLevel
{
    /// <summary>Everything.</summary>
    Administrator,

    /// <summary>Use and adjust, no administration.</summary>
    Operator,

    /// <summary>Look only.</summary>
    User,
}
