using Matchmaker.Contracts.Figures;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Exports;

/// <summary>
/// The figures of a period beside those of the period before, as one table for a workbook: a row for each figure, in
/// words and with its key. Pure.
/// </summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
public sealed class FigureSheet(string language)
{
    private static readonly string[] Columns = ["figure", "of", "outcome", "now", "before", "key"];

    private static readonly Dictionary<string, LocalText> Words = Csv.Embedded(
            typeof(FigureSheet).Assembly,
            "Exports.figureWords.csv"
        )
        .ToDictionary(
            row => row["code"],
            row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]),
            StringComparer.Ordinal
        );

    private static readonly Dictionary<string, LocalText> Codes = BoardTable
        .All.Select(board => (board.Code, board.Label))
        .Concat(Entries("opportunities", "industry"))
        .Concat(Entries("sites", "district"))
        .ToDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);

    public Table Of(FiguresReport report) => new("figures", [.. Columns.Select(Word)], Rows(report));

    private IEnumerable<object?[]> Rows(FiguresReport report)
    {
        var names = report.Exposure.ToDictionary(party => party.Party, party => party.Name, StringComparer.Ordinal);
        var (now, before) = (report.Now, report.Before);
        foreach (var key in now.Counts.Keys.Union(before.Counts.Keys).Order(StringComparer.Ordinal))
        {
            var (figure, of, detail) = Said(key, names);
            yield return
            [
                figure,
                of,
                detail,
                now.Counts.GetValueOrDefault(key),
                before.Counts.GetValueOrDefault(key),
                key,
            ];
        }

        foreach (var key in now.MedianDays.Keys.Union(before.MedianDays.Keys).Order(StringComparer.Ordinal))
            yield return
            [
                Word("median"),
                Said(key, names).Of,
                null,
                Median(now, key),
                Median(before, key),
                $"median:{key}",
            ];
        foreach (
            var (code, sum, was) in new[]
            {
                ("jobs", now.Landed.Jobs, before.Landed.Jobs),
                ("floorArea", now.Landed.FloorArea, before.Landed.FloorArea),
                ("investment", now.Landed.Investment, before.Landed.Investment),
            }
        )
            yield return [Word("sum"), Word(code), null, sum, was, $"sum:{code}"];
    }

    // What a key counts: the figure, of what, and the outcome or the detail.
    private (string Figure, string? Of, string? Detail) Said(string key, Dictionary<string, LocalText?> names)
    {
        var parts = key.Split(':');
        var last = parts[^1];
        return parts[0] switch
        {
            "outcome" => (
                string.Join(language == "en" ? ": " : "：", Word("outcomeBy"), Word(parts[1])),
                CodeName(string.Join(':', parts[2..^1])),
                Word($"outcome.{last}")
            ),
            "ageing" => (Word("ageing"), Word($"state.{parts[1]}"), last),
            "reached" or "onward" or "standing" => (Word(parts[0]), Word($"state.{last}"), null),
            "step" => (Word("step"), last == "toIntroduced" ? Word(last) : Word($"state.{last}"), null),
            "shown" or "offered" or "introduced" => (
                Word(parts[0]),
                names.GetValueOrDefault(last) is { } name ? In(name) : last,
                null
            ),
            "new" => (Word("new"), last, null),
            _ => (Word(parts[0]), parts.Length > 1 ? Word(last) : null, null),
        };
    }

    private static double? Median(PeriodFigures period, string key) =>
        period.MedianDays.TryGetValue(key, out var days) ? days : null;

    private string CodeName(string code) =>
        code == "unknown" ? Word(code)
        : Codes.TryGetValue(code, out var name) ? In(name)
        : code;

    private string Word(string code) => In(Words[code]);

    private string In(LocalText text) => text.In(language) ?? "";

    private static IEnumerable<(string, LocalText)> Entries(string board, string attribute) =>
        BoardTable.Find(board)!.Find(attribute)!.Values.Select(entry => (entry.Code, entry.Label));
}
