using System.Collections.Immutable;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Interchange.Columns;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Exports;

/// <summary>
/// A shortlist as one table for a workbook: a row for each item and each of its facts, the criteria first, each with
/// its points, source and day; then the facts of each space where several are taken together. Pure.
/// </summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
/// <param name="taxonomies">Whose labels tags take.</param>
public sealed class SheetTable(string language, TaxonomySet taxonomies)
{
    private static readonly string[] Columns =
    [
        "item",
        "part",
        "what",
        "asked",
        "value",
        "unit",
        "outcome",
        "points",
        "source",
        "day",
    ];

    private static readonly Dictionary<string, LocalText> Words = Csv.Embedded(
            typeof(SheetTable).Assembly,
            "Exports.sheetWords.csv"
        )
        .ToDictionary(row => row["code"], row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]));

    /// <param name="shortlist">As its reader sees it, with what was shown.</param>
    public Table Of(Shortlist shortlist) => new("shortlist", [.. Columns.Select(Word)], Rows(shortlist));

    private IEnumerable<object?[]> Rows(Shortlist shortlist)
    {
        var sheet = shortlist.Shown!;
        var shown = sheet.Items.ToDictionary(item => item.Item, StringComparer.Ordinal);
        foreach (var item in shortlist.Items)
        {
            foreach (var row in Rows(shown[item.Item], item.Note, sheet.AsOf))
                yield return row;
        }
    }

    private IEnumerable<object?[]> Rows(SheetItem item, string? note, DateOnly asOf)
    {
        var (name, board) = (NameOf(item), BoardTable.Find(item.Board)!);
        var match = item.Match;
        yield return Row(
            name,
            "match",
            null,
            null,
            Word($"verdict.{match.Verdict}"),
            null,
            null,
            match.Score,
            null,
            asOf
        );
        if (item.Address is { } address)
            yield return Row(name, "match", Word("address"), null, TextOf(address), null, null, null, null, null);
        if (note is not null)
            yield return Row(name, "match", Word("note"), null, note, null, null, null, null, null);
        foreach (var part in match.Parts)
        {
            var attribute = board.Find(part.Attribute)!;
            var fact = item.Facts.GetValueOrDefault(part.Attribute);
            var isDistance = part.Op is Op.Within;
            yield return Row(
                name,
                "criterion",
                LabelOf(attribute),
                Asked(part, attribute),
                part.Op is Op.Allows ? UseVerdictOf(part.Actual) : Cell(part.Actual, isDistance ? null : attribute),
                UnitOf(isDistance ? "m" : attribute.Unit),
                Word($"outcome.{part.Outcome}"),
                part.Share,
                fact?.Source,
                fact?.VerifiedOn
            );
        }

        var asked = match.Parts.Select(part => part.Attribute).ToHashSet(StringComparer.Ordinal);
        var others = board.Attributes.Where(attribute => !asked.Contains(attribute.Code));
        foreach (var row in Facts(name, "fact", others, item.Values, item.Facts))
            yield return row;
        foreach (var member in item.Members ?? [])
        {
            var of = $"{name}: {TextOf(member.Name) ?? member.Unit ?? member.Item}";
            foreach (var row in Facts(of, "member", board.Attributes, member.Values, member.Facts))
                yield return row;
        }
    }

    private IEnumerable<object?[]> Facts(
        string name,
        string part,
        IEnumerable<BoardAttribute> attributes,
        ImmutableSortedDictionary<string, Value> values,
        ImmutableSortedDictionary<string, Fact> facts
    )
    {
        foreach (var attribute in attributes)
        {
            if (!values.TryGetValue(attribute.Code, out var value))
                continue;
            var fact = facts.GetValueOrDefault(attribute.Code);
            yield return Row(
                name,
                part,
                LabelOf(attribute),
                null,
                Cell(value, attribute),
                UnitOf(attribute.Unit),
                null,
                null,
                fact?.Source,
                fact?.VerifiedOn
            );
        }
    }

    // Points are shown as the page shows them, to a tenth.
    private object?[] Row(
        string name,
        string part,
        string? what,
        object? asked,
        object? value,
        string? unit,
        string? outcome,
        double? points,
        string? source,
        DateOnly? day
    ) =>
        [
            name,
            Word($"part.{part}"),
            what,
            asked,
            value ?? Word("unknown"),
            unit,
            outcome,
            points is { } won ? Math.Round(won, 1, MidpointRounding.AwayFromZero) : null,
            source,
            day is { } on ? $"{on:yyyy-MM-dd}" : null,
        ];

    private object? Asked(Part part, BoardAttribute attribute)
    {
        var required = part.Required;
        var limit = part.Op is Op.Within ? null : attribute;
        if (required.Machines is { } machines)
            return string.Join("; ", machines.Select(machine => machine.Name ?? $"{machine.Mass} kg"));
        if (required.Values is { } codes)
            return string.Join("; ", codes.Select(code => CodeOf(code, attribute)));
        if (required.Value is { } single)
            return part.Op is Op.Allows && single is CodeValue use ? UseOf(use.Code) : Cell(single, limit);
        return $"{Cell(required.Min, attribute)}–{Cell(required.Max, attribute)}";
    }

    private object? Cell(Value? value, BoardAttribute? attribute) =>
        value switch
        {
            NumberValue number => number.Number,
            DayValue day => $"{day.Day:yyyy-MM-dd}",
            FlagValue flag => Word(flag.Yes ? "yes" : "no"),
            CodeValue code => attribute is null ? code.Code : CodeOf(code.Code, attribute),
            TagsValue tags => string.Join("; ", tags.Tags.Select(tag => TagOf(tag, attribute))),
            UsesValue uses => string.Join(
                "; ",
                uses.Uses.Select(use => $"{CodeOf(use.Key, attribute!)}: {Word($"use.{use.Value}")}")
            ),
            PointValue point => FormattableString.Invariant($"{point.Lat}, {point.Lon}"),
            _ => null,
        };

    private string? UseVerdictOf(Value? actual) =>
        actual is CodeValue verdict ? Word($"use.{Pascal(verdict.Code)}") : null;

    private static string Pascal(string code) => char.ToUpperInvariant(code[0]) + code[1..];

    private string UseOf(string use) => CodeOf(use, BoardTable.Sites.Find("uses")!);

    // A code of a list or of a taxonomy; one that has no label is said as it is.
    private string CodeOf(string code, BoardAttribute attribute) =>
        attribute.Values.FirstOrDefault(entry => entry.Code == code) is { } entry
            ? TextOf(entry.Label) ?? code
            : TermOf(code) ?? code;

    private string TagOf(Tag tag, BoardAttribute? attribute)
    {
        var label = attribute is null ? tag.Code : CodeOf(tag.Code, attribute);
        return tag.Until is { } until ? $"{label} ({until:yyyy-MM-dd})" : label;
    }

    private string? TermOf(string code) =>
        taxonomies
            .All.SelectMany(taxonomy => taxonomy.Terms)
            .Where(term => term.Code == code)
            .Select(term => TextOf(term.Label))
            .FirstOrDefault();

    private string NameOf(SheetItem item) =>
        string.Join(
            " ",
            new[] { TextOf(item.Building), TextOf(item.Name), item.Unit }.Where(text => !string.IsNullOrEmpty(text))
        )
            is { Length: > 0 } name
            ? name
            : item.Item;

    private string LabelOf(BoardAttribute attribute) => TextOf(attribute.Label) ?? attribute.Code;

    private string? UnitOf(string? unit) => TextOf(UnitLabels.Of(unit));

    private string Word(string code) => TextOf(Words[code])!;

    private string? TextOf(LocalText? text) => text?.In(language);
}
