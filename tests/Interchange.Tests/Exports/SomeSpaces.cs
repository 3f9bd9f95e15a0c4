using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Tests;

/// <summary>Spaces of every shape, among them texts that CSV and spreadsheets find hard.</summary>
internal static class SomeSpaces
{
    private static readonly string[] Texts =
    [
        "Unit A", "甲室", "a,b", "\"quoted\"", "=1+1", "-7", "@x", "'", "'=1", "unknown", "UNKNOWN", "yes", "7", "null", "a;b|c=d", "🏭",
    ];

    private static readonly Gen<string?> Text = CsCheck.Gen.Int[0, Texts.Length].Select(i => i < Texts.Length ? Texts[i] : null);

    private static readonly Gen<DateOnly?> Day = CsCheck.Gen.Int[0, 3000].Select(days => days == 0 ? default(DateOnly?) : new DateOnly(2020, 1, 1).AddDays(days));

    public static Gen<Space> Gen { get; } =
        from id in CsCheck.Gen.Int[1, 999]
        from names in CsCheck.Gen.Select(Text, Text, Text)
        from source in Text
        from day in Day
        from more in CsCheck.Gen.Select(Text, CsCheck.Gen.Int[-1, 40], CsCheck.Gen.Int[0, 2], CsCheck.Gen.Bool)
        from values in Values
        select new Space
        {
            Id = $"b1/s{id}",
            Name = names is (null, null, null) ? null : new(names.Item1, names.Item2, names.Item3),
            Source = source,
            VerifiedOn = day,
            Unit = more.Item1,
            Position = more.Item2 < 0 ? null : more.Item2,
            Status = (SpaceStatus)more.Item3,
            Public = more.Item4,
            Owner = more.Item4 ? "owners/o1" : null,
            Values = values,
        };

    private static Gen<ImmutableSortedDictionary<string, Value>> Values =>
        from some in CsCheck.Gen.Int[0, 2].Array[Boards.Sites.Attributes.Length]
        from numbers in CsCheck.Gen.Int[0, 1_000_000].Array[Boards.Sites.Attributes.Length]
        select Boards.Sites.Attributes.Select((attribute, i) => (attribute, i)).Where(pair => some[pair.i] == 0)
            .ToImmutableSortedDictionary(pair => pair.attribute.Code, pair => ValueOf(pair.attribute, numbers[pair.i]), StringComparer.Ordinal);

    private static Value ValueOf(BoardAttribute attribute, int chance) => attribute switch
    {
        { Kind: AttributeKind.Number, Min: NumberValue min, Max: NumberValue max, Step: { } step } =>
            new NumberValue(min.Number + (chance % (int)((max.Number - min.Number) / step) * step)),
        { Kind: AttributeKind.Date } => new DayValue(new DateOnly(2026, 1, 1).AddDays(chance % 900)),
        { Kind: AttributeKind.Category } => new CodeValue(attribute.Values[chance % attribute.Values.Length].Code),
        { Kind: AttributeKind.Flag } => new FlagValue(chance % 2 == 0),
        { Kind: AttributeKind.Use } => new UsesValue(attribute.Values.Take(1 + (chance % 5))
            .ToImmutableSortedDictionary(use => use.Code, use => (UseVerdict)((chance + use.Code.Length) % 3), StringComparer.Ordinal)),
        _ => new PointValue(22.2 + (chance / 10_000_000.0), 114.1 + (chance / 7_000_000.0)),
    };
}
