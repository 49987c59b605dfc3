using System.Security.Cryptography;
using System.Text;

namespace CamMigrate.Simulator.Http;

/// <summary>The fields of an Authorization header, and the hash that joins them.</summary>
internal static class DigestFields
{
    public static Dictionary<string, string> Parse(string header)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (at < header.Length)
        {
            var equals = header.IndexOf('=', at);
            if (equals < 0) break;
            var name = header[at..equals].Trim(' ', ',');
            at = equals + 1;
            if (at < header.Length && header[at] == '"')
            {
                var value = new StringBuilder();
                for (at++; at < header.Length && header[at] != '"'; at++)
                {
                    if (header[at] == '\\' && at + 1 < header.Length) at++;
                    value.Append(header[at]);
                }

                fields[name] = value.ToString();
                at++;
            }
            else
            {
                var comma = header.IndexOf(',', at);
                if (comma < 0) comma = header.Length;
                fields[name] = header[at..comma].Trim();
                at = comma;
            }
        }

        return fields;
    }

    public static string Hash(string algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm.Equals("SHA-256", StringComparison.OrdinalIgnoreCase)
            ? SHA256.HashData(bytes)
            : OldHash(bytes));
    }

    // MD5 is what the protocol says, not a choice.
#pragma warning disable CA5351
    private static byte[] OldHash(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
