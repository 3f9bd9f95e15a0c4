using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Introductions;

/// <summary>The decisions of officers on one match of a demand.</summary>
internal sealed record MatchDecision : Record
{
    public required string Demand { get; init; }

    public required string Match { get; init; }

    /// <summary>The id of the last introduction; null: never introduced.</summary>
    public string? Introduction { get; init; }

    /// <summary>Null: nobody found it unsuitable.</summary>
    public Unsuitable? Unsuitable { get; init; }

    /// <summary>The end of each officer's snooze, by address.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset>? Later { get; init; }
}

/// <summary>Why a match is not offered again while its score and its verdict stay what they were.</summary>
/// <param name="Score">The score at the time, 0 to 100; null: it was no match then.</param>
/// <param name="Verdict">Likewise.</param>
internal sealed record Unsuitable(string By, DateTimeOffset At, string Reason, double? Score, Verdict? Verdict)
{
    // A stale utility is rounded to a millionth, so that the score without staleness is not exact.
    private const double Rounding = 1e-4;
    private const double StaleShare = 0.9;

    /// <summary>
    /// The score at the time had nothing been stale: neither a new day of verification nor its age brings a match back.
    /// Null: it was no match, or was decided before this was kept.
    /// </summary>
    public double? Fresh { get; init; }

    /// <param name="match">Null: it is no match.</param>
    public static Unsuitable Of(Match? match, string by, DateTimeOffset at, string reason) =>
        new(by, at, reason, match?.Score, match?.Verdict) { Fresh = match is null ? null : FreshScore(match) };

    /// <summary>Whether it still speaks of the match as it is now.</summary>
    public bool Holds(Match match) =>
        match.Verdict == Verdict
        && (match.Score.Equals(Score) || (Fresh is { } then && Math.Abs(FreshScore(match) - then) < Rounding));

    private static double FreshScore(Match match) =>
        match.Parts.IsEmpty ? match.Score : match.Parts.Sum(part => part.Stale ? part.Share / StaleShare : part.Share);
}

/// <summary>Reads and writes decisions, so that two officers never introduce a match twice.</summary>
internal static class MatchDecisions
{
    public static string Key(string demand, string match) => $"{demand}|{match}";

    /// <summary>Null: nobody has decided anything on the match.</summary>
    public static async Task<Stored<MatchDecision>?> Find(RecordRepository rows, string demand, string match) =>
        await rows.Find(RecordKind.MatchDecision, Key(demand, match)) is { } row
            ? Stored<MatchDecision>.Of(row, RecordKind.MatchDecision)
            : null;

    /// <param name="visibility">That of an introduction of the match.</param>
    public static RecordWrite Write(
        Caller caller,
        Stored<MatchDecision>? before,
        string demand,
        string match,
        Visibility visibility,
        PartyId? counterpart,
        Func<MatchDecision, MatchDecision> change
    )
    {
        var next = change(before?.Record ?? new() { Demand = demand, Match = match });
        return WritePreconditions.Write(
            caller,
            RecordKind.MatchDecision,
            Key(demand, match),
            before,
            new(next, visibility with { Kind = RecordKind.MatchDecision }),
            "",
            null,
            counterpart?.ToString()
        );
    }
}
