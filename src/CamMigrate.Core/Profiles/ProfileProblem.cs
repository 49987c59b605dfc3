namespace CamMigrate.Core.Profiles;

/// <summary>Something in a profile file that is not right.</summary>
/// <param name="Path">Setting path, list items by their key, <c>videoSources[1].imaging.brightness</c>; empty = the
/// whole file.</param>
/// <param name="Line">Line, from 1; 0 = no place in the file.</param>
/// <param name="Column">Column, from 1; 0 = no place in the file.</param>
/// <param name="Message">What is wrong and what to write instead. Text of the file stands in it with control characters
/// made visible.</param>
public sealed record ProfileProblem(string Path, int Line, int Column, string Message);
