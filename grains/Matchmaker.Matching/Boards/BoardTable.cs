using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Boards;

/// <summary>The four boards, read once from the built-in attributes.csv and lists.csv.</summary>
public static class BoardTable
{
    private static readonly ImmutableDictionary<string, ImmutableArray<ListEntry>> Lists = ReadLists();
    private static readonly ILookup<string, BoardAttribute> Attributes = ReadAttributes();

    /// <summary>Profiles are spaces.</summary>
    public static Board Sites { get; } = Make("sites", new("Sites", "場地", "场地"));

    /// <summary>Profiles are firms.</summary>
    public static Board Partners { get; } =
        Make("partners", new("Partners", "合作廠商", "合作厂商"), counterpart: "opportunities");

    /// <summary>Profiles are R&amp;D centres.</summary>
    public static Board Research { get; } = Make("research", new("Research", "研發中心", "研发中心"));

    /// <summary>Profiles are enterprises' published needs.</summary>
    public static Board Opportunities { get; } =
        Make("opportunities", new("Opportunities", "商機", "商机"), counterpart: "partners");

    public static ImmutableArray<Board> All { get; } = [Sites, Partners, Research, Opportunities];

    /// <summary>The board with that code; null: no such board.</summary>
    public static Board? Find(string code) => All.FirstOrDefault(board => board.Code == code);

    /// <summary>The board on which a board's profiles seek in return; null: there is none.</summary>
    public static Board? CounterpartOf(Board board) => board.Counterpart is { } code ? Find(code) : null;

    /// <summary>The boards that a demand or profile of a board affects: itself and its counterpart.</summary>
    public static IEnumerable<Board> AffectedBy(Board board) =>
        CounterpartOf(board) is { } counterpart ? [board, counterpart] : [board];

    private static Board Make(string code, LocalText label, string? counterpart = null) =>
        new(code, label, [.. Attributes[code]], counterpart);

    private static ImmutableDictionary<string, ImmutableArray<ListEntry>> ReadLists() =>
        Csv.Embedded("Boards.lists.csv")
            .GroupBy(row => row["list"], row => new ListEntry(row["code"], Label(row)))
            .ToImmutableDictionary(list => list.Key, list => list.ToImmutableArray());

    private static ILookup<string, BoardAttribute> ReadAttributes() =>
        Csv.Embedded("Boards.attributes.csv").ToLookup(row => row["board"], ReadAttribute);

    private static BoardAttribute ReadAttribute(IReadOnlyDictionary<string, string> row)
    {
        var kind = Enum.Parse<AttributeKind>(row["kind"], ignoreCase: true);
        return new()
        {
            Code = row["code"],
            Kind = kind,
            Unit = Filled(row["unit"]),
            Step = Filled(row["step"]) is { } step ? Number(step) : null,
            Min = Filled(row["min"]) is { } min ? End(kind, min) : null,
            Max = Filled(row["max"]) is { } max ? End(kind, max) : null,
            ListCode = Filled(row["list"]),
            Values = Filled(row["list"]) is { } list ? Lists[list] : [],
            FreshDays = Filled(row["fresh_days"]) is { } days ? int.Parse(days, CultureInfo.InvariantCulture) : 0,
            Label = Label(row),
            Meaning = row["meaning"],
        };
    }

    private static Value End(AttributeKind kind, string text) =>
        kind switch
        {
            AttributeKind.Number => new NumberValue(Number(text)),
            AttributeKind.Date => new DayValue(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
            AttributeKind.Point when text.Split('|') is [var lat, var lon] => new PointValue(
                (double)Number(lat),
                (double)Number(lon)
            ),
            _ => throw new FormatException($"attributes.csv: a {kind} has no range such as {text}."),
        };

    private static LocalText Label(IReadOnlyDictionary<string, string> row) =>
        new(row["en"], row["zh_hant"], row["zh_hans"]);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}
