using System.Collections.Immutable;

namespace CamMigrate.Streams.Ffmpeg;

/// <summary>One run of a program.</summary>
internal sealed record ProcessRequest
{
    /// <summary>Full path of the program.</summary>
    public required string Program { get; init; }

    /// <summary>
    /// Arguments, each passed as it is: no shell reads them. Never a secret, every user of the machine can read them.
    /// </summary>
    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>What it reads on its standard input.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>When it is killed.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Bytes of output after which it is killed.</summary>
    public int OutputLimit { get; init; } = 1 << 20;

    /// <summary>Takes secrets out of what it says on its standard error.</summary>
    public Scrubber Scrubber { get; init; } = Scrubber.None;
}
