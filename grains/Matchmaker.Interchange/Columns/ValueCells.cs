using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Columns;

/// <summary>Conversion between an attribute's value and the text of a cell.</summary>
internal static class ValueCells
{
    private static readonly Dictionary<string, UseVerdict> Verdicts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fits"] = UseVerdict.Fits,
        ["needsPermission"] = UseVerdict.NeedsPermission,
        ["doesNotFit"] = UseVerdict.DoesNotFit,
    };

    /// <summary>The value on its step, or every rule that the cell breaks.</summary>
    public static Validated<Value> Read(BoardAttribute attribute, string cell)
    {
        if (attribute.Kind == AttributeKind.Number)
        {
            var number = UnitConverter.Parse(attribute, cell, attribute.Code);
            return number.IsOk
                ? ValueRules.CheckOne(attribute, new NumberValue(number.Value), attribute.Code)
                : number.As<Value>();
        }

        // The attribute's rules reject a wrong shape with the message for its kind.
        return ValueRules.CheckOne(attribute, Shape(attribute.Kind, cell) ?? new CodeValue(cell), attribute.Code);
    }

    /// <summary>A decimal, a bool or a string that <see cref="Read"/> accepts.</summary>
    public static object? Write(Value value) =>
        value switch
        {
            NumberValue number => number.Number,
            FlagValue flag => flag.Yes,
            DayValue day => Iso(day.Day),
            CodeValue code => code.Code,
            TagsValue tags => string.Join('|', tags.Tags.Select(ValueJson.Text)),
            UsesValue uses => string.Join('|', uses.Uses.Select(use => $"{use.Key}={Name(use.Value)}")),
            _ => null,
        };

    public static bool TryDay(string cell, out DateOnly day) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static bool TryFlag(string cell, out bool yes)
    {
        yes = cell.Equals("yes", StringComparison.OrdinalIgnoreCase);
        return yes || cell.Equals("no", StringComparison.OrdinalIgnoreCase);
    }

    private static Value? Shape(AttributeKind kind, string cell) =>
        kind switch
        {
            AttributeKind.Date => TryDay(cell, out var day) ? new DayValue(day) : null,
            AttributeKind.Flag => TryFlag(cell, out var yes) ? new FlagValue(yes) : null,
            AttributeKind.Tags => new TagsValue([
                .. cell.Split('|', StringSplitOptions.TrimEntries).Select(ValueJson.ReadTag),
            ]),
            AttributeKind.Use => ReadUses(cell),
            _ => null,
        };

    private static UsesValue? ReadUses(string cell)
    {
        var uses = ImmutableSortedDictionary.CreateBuilder<string, UseVerdict>(StringComparer.Ordinal);
        foreach (var part in cell.Split('|', StringSplitOptions.TrimEntries))
        {
            if (
                part.Split('=', StringSplitOptions.TrimEntries) is not [var use, var word]
                || !Verdicts.TryGetValue(word, out var verdict)
            )
                return null;
            if (!uses.TryAdd(use, verdict))
                return null; // Two verdicts on one use contradict each other.
        }

        return new(uses.ToImmutable());
    }

    private static string Name(UseVerdict verdict) => Verdicts.First(pair => pair.Value == verdict).Key;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
