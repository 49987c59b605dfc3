using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Lists that some firmware refuses although it has their entries: the first entry is asked for then.</summary>
internal sealed record HikvisionSingles
{
    /// <summary>The list of time servers, or the first.</summary>
    internal AnswerNode? NtpServers { get; private init; }

    /// <summary>The list of alarm inputs, or the first.</summary>
    internal IReadOnlyList<AnswerNode> Inputs { get; private init; } = [];

    /// <summary>The list of relays, or the first.</summary>
    internal IReadOnlyList<AnswerNode> Outputs { get; private init; } = [];

    internal static async Task<HikvisionSingles> AskAsync(
        HikvisionAnswers answers, CancellationToken cancellationToken)
    {
        HikvisionDocument[] lists = [HikvisionCatalog.NtpServers, HikvisionCatalog.Inputs, HikvisionCatalog.Outputs];
        var found = new List<AnswerNode?>();
        foreach (var list in lists)
        {
            var first = list with { Pattern = list.Pattern + "/1" };
            if (await answers.AnswerAsync(list) is { IsRefused: true }) answers.Ask([first], 0, cancellationToken);
            found.Add(await answers.ReadAsync(list) ?? await answers.ReadAsync(first));
        }

        return new HikvisionSingles
        {
            NtpServers = found[0],
            Inputs = found[1] is { } inputs ? [inputs] : [],
            Outputs = found[2] is { } outputs ? [outputs] : [],
        };
    }
}
