using System.Collections.Frozen;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading.Scanning;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reading;

/// <summary>The verdicts on a use by code and by name in three languages.</summary>
internal static class UseVerdicts
{
    private static readonly FrozenDictionary<string, UseVerdict> ByName = Csv.Embedded("Boards.lists.csv")
        .Where(row => row["list"] == "useVerdict")
        .SelectMany(
            row => new[] { row["code"], row["en"], row["zh_hant"], row["zh_hans"] },
            (row, name) => (Key: ReadingText.Key(name), Verdict: Enum.Parse<UseVerdict>(row["code"], ignoreCase: true))
        )
        .Distinct()
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Verdict, StringComparer.Ordinal);

    /// <summary>The verdict; null: another word.</summary>
    public static UseVerdict? Find(string written) =>
        ByName.TryGetValue(ReadingText.Key(written), out var verdict) ? verdict : null;
}
