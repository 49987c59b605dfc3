namespace CamMigrate.Core.Errors;

/// <summary>What a person asked for cannot be done as asked: a wrong argument or an invalid file (exit code 64).</summary>
/// <param name="message">What is wrong and what to write instead.</param>
public sealed class UsageException(string message) : Exception(message);
