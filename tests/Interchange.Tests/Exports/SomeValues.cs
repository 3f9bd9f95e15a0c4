using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Tests.Exports;

/// <summary>Random values of every kind, including texts that are hard for CSV and spreadsheets.</summary>
internal static class SomeValues
{
    private static readonly string[] Texts =
    [
        "Unit A",
        "甲室",
        "a,b",
        "\"quoted\"",
        "=1+1",
        "-7",
        "@x",
        "'",
        "'=1",
        "unknown",
        "UNKNOWN",
        "yes",
        "7",
        "null",
        "a;b|c=d",
        "🏭",
    ];

    private static readonly string[] Codes =
    [
        "iso-13485",
        "process/machining/cnc",
        "metal/aluminium",
        "as-9100",
        "process",
    ];

    public static Gen<string?> Text { get; } = Gen.Int[0, Texts.Length].Select(i => i < Texts.Length ? Texts[i] : null);

    public static Gen<DateOnly?> Day { get; } =
        Gen.Int[0, 3000].Select(days => days == 0 ? default(DateOnly?) : new DateOnly(2020, 1, 1).AddDays(days));

    /// <summary>None, or up to three; null: none.</summary>
    public static Gen<ImmutableArray<Waiver>?> Waivers { get; } =
        (
            from use in Gen.Int[0, 8]
            from reference in Text
            from days in Gen.Select(Gen.Int[1, 3000], Gen.Int[-400, 1200])
            let day = new DateOnly(2020, 1, 1).AddDays(days.Item1)
            select new Waiver(
                BoardTable.Sites.Find("uses")!.Values[use].Code,
                day,
                days.Item2 < 0 ? null : day.AddDays(days.Item2),
                reference
            )
        )
            .Array[0, 3]
            .Select(waivers => waivers.Length == 0 ? default(ImmutableArray<Waiver>?) : [.. waivers]);

    /// <summary>About a third of the board's attributes, each with a valid value.</summary>
    public static Gen<ImmutableSortedDictionary<string, Value>> Of(Board board) =>
        from picks in Gen.Int[0, 2].Array[board.Attributes.Length]
        from numbers in Gen.Int[0, 1_000_000].Array[board.Attributes.Length]
        select board
            .Attributes.Select((attribute, i) => (attribute, i))
            .Where(pair => !pair.attribute.Derived)
            .Where(pair => picks[pair.i] == 0)
            .ToImmutableSortedDictionary(
                pair => pair.attribute.Code,
                pair => ValueOf(pair.attribute, numbers[pair.i]),
                StringComparer.Ordinal
            );

    private static Value ValueOf(BoardAttribute attribute, int chance) =>
        attribute switch
        {
            { Kind: AttributeKind.Number, Min: NumberValue min, Max: NumberValue max, Step: { } step } =>
                new NumberValue(min.Number + (chance % (int)((max.Number - min.Number) / step) * step)),
            { Kind: AttributeKind.Date } => new DayValue(new DateOnly(2026, 1, 1).AddDays(chance % 900)),
            { Kind: AttributeKind.Category } => new CodeValue(attribute.Values[chance % attribute.Values.Length].Code),
            { Kind: AttributeKind.Flag } => new FlagValue(chance % 2 == 0),
            { Kind: AttributeKind.Use } => new UsesValue(
                attribute
                    .Values.Take(1 + (chance % 5))
                    .ToImmutableSortedDictionary(
                        use => use.Code,
                        use => (UseVerdict)((chance + use.Code.Length) % 3),
                        StringComparer.Ordinal
                    )
            ),
            { Kind: AttributeKind.Tags } => ValueRules
                .CheckOne(
                    attribute,
                    new TagsValue([
                        .. Codes
                            .Take(1 + (chance % Codes.Length))
                            .Select(
                                (code, i) =>
                                    new Tag(
                                        code,
                                        (chance + i) % 3 == 0 ? new DateOnly(2026, 6, 1).AddDays(chance % 600) : null
                                    )
                            ),
                    ])
                )
                .Value,
            _ => new PointValue(22.2 + (chance / 10_000_000.0), 114.1 + (chance / 7_000_000.0)),
        };
}
