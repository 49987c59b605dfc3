namespace CamMigrate.Http.Rules;

/// <summary>What a path means to a device that decodes it, however often.</summary>
internal static class Decoding
{
    private const int MostTimes = 4;

    /// <summary>
    /// The text with every percent sequence decoded; null = it hides something: encoded too often, or with characters
    /// that no path of a camera has and that devices understand differently.
    /// </summary>
    internal static string? Whole(string text)
    {
        for (var times = 0; times < MostTimes; times++)
        {
            var decoded = Uri.UnescapeDataString(text);
            if (decoded == text) return decoded.Any(c => char.IsControl(c) || c is '\\' or ';') ? null : decoded;
            text = decoded;
        }

        return null;
    }
}
