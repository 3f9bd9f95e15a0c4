using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Mail;
using Matchmaker.Matching;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Digests;

/// <summary>When a digest is due, and what it says. Pure.</summary>
internal static class DigestRules
{
    private const int MostLines = 50;
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The last moment, up to now, at which a digest of that rhythm was to be sent.</summary>
    public static DateTimeOffset LastTurn(DigestRhythm rhythm, DateTimeOffset now)
    {
        if (rhythm is DigestRhythm.AtOnce)
            return now;
        var day = HongKong.DayOf(now);
        if (day.At(Morning) > now)
            day = day.AddDays(-1);
        while (rhythm is DigestRhythm.Weekly && day.DayOfWeek is not DayOfWeek.Monday)
            day = day.AddDays(-1);
        return day.At(Morning);
    }

    /// <summary>A list as a digest keeps it, best first.</summary>
    public static ImmutableArray<DigestItem> ItemsOf(IEnumerable<Match> matches) =>
        [.. matches.Select(match => new DigestItem(match.Id, Math.Round(match.Score, 1)))];

    /// <summary>
    /// What is other than the last digest said: what appeared and what has another score, best first, then what is
    /// gone.
    /// </summary>
    public static ImmutableArray<DigestChange> Changes(
        ImmutableArray<DigestItem> before,
        ImmutableArray<DigestItem> now
    )
    {
        var known = before.ToDictionary(item => item.Id, item => item.Score, StringComparer.Ordinal);
        var present = now.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Where(item => !known.ContainsKey(item.Id))
                .Select(item => new DigestChange("digest.appeared", item.Id, null, item.Score)),
            .. now.Where(item => known.TryGetValue(item.Id, out var last) && last != item.Score)
                .Select(item => new DigestChange("digest.changed", item.Id, known[item.Id], item.Score)),
            .. before
                .Where(item => !present.Contains(item.Id))
                .Select(item => new DigestChange("digest.gone", item.Id, item.Score, null)),
        ];
    }

    /// <summary>The changes that are told one by one; of the rest only how many there are.</summary>
    public static ImmutableArray<DigestChange> Told(ImmutableArray<DigestChange> changes) =>
        [.. changes.Take(MostLines)];

    /// <summary>A line for each change, in each language.</summary>
    /// <param name="names">By id; an id without a name is told as it is.</param>
    public static LocalText Text(ImmutableArray<DigestChange> changes, IReadOnlyDictionary<string, LocalText> names) =>
        new(
            Lines(changes, names, LetterWords.English),
            Lines(changes, names, LetterWords.Hant),
            Lines(changes, names, LetterWords.Hans)
        );

    private static string Lines(
        ImmutableArray<DigestChange> changes,
        IReadOnlyDictionary<string, LocalText> names,
        Func<LocalText, string> language
    )
    {
        var lines = Told(changes)
            .Select(change =>
                $"{language(LetterWords.Label(change.Code))}: {(names.TryGetValue(change.Id, out var name) ? language(name) : change.Id)}{Scores(change)}"
            );
        var more = changes.Length - MostLines;
        return string.Join(
            '\n',
            more > 0
                ? lines.Append(
                    string.Format(CultureInfo.InvariantCulture, language(LetterWords.Label("digest.more")), more)
                )
                : lines
        );
    }

    private static string Scores(DigestChange change) =>
        change switch
        {
            { Before: null, Now: { } now } => $" ({Number(now)})",
            { Before: { } before, Now: { } now } => $" ({Number(before)} → {Number(now)})",
            _ => "",
        };

    private static string Number(double score) => score.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>What the last digest of a demand said; its id is the demand's.</summary>
internal sealed record DigestState : Record
{
    /// <summary>When; the first is the state that later ones are compared with, and was not sent.</summary>
    public required DateTimeOffset At { get; init; }

    public required ImmutableArray<DigestItem> Items { get; init; }
}

/// <param name="Score">0 to 100, one decimal.</param>
internal sealed record DigestItem(string Id, double Score);

/// <param name="Code">A row of labels.csv.</param>
/// <param name="Before">The score that the last digest told; null: it was not on the list.</param>
/// <param name="Now">Null: it is not on the list any more.</param>
internal sealed record DigestChange(string Code, string Id, double? Before, double? Now);
