using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Values;

/// <summary>The validation of values against a board's attributes (matching.md section 2).</summary>
public static class ValueRules
{
    /// <summary>
    /// The values with numbers on their steps (ranges are checked before rounding) and tags in order, or every error,
    /// at paths such as <c>values.area</c> and <c>values.uses.office</c>.
    /// </summary>
    /// <param name="path">The path of the values in the request, such as <c>values</c>.</param>
    public static Validated<ImmutableSortedDictionary<string, Value>> Check(
        Board board,
        IReadOnlyDictionary<string, Value> values,
        string path
    )
    {
        var errors = new FieldErrors();
        var kept = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (code, value) in values)
        {
            if (board.Find(code) is not { } attribute)
                errors.Add($"{path}.{code}", "unknownAttribute", code);
            else if (attribute.Derived)
                errors.Add($"{path}.{code}", attribute.Kind is AttributeKind.Path ? "noValue" : "derived");
            else if (Normal(attribute, value, $"{path}.{code}", errors) is { } normal)
                kept[code] = normal;
        }

        return errors.ToResult(kept.ToImmutable());
    }

    /// <summary>One value, checked as by <see cref="Check"/>; for a CSV cell the path is its column.</summary>
    public static Validated<Value> CheckOne(BoardAttribute attribute, Value value, string path = "")
    {
        var errors = new FieldErrors();
        var normal = Normal(attribute, value, path, errors);
        return errors.ToResult(normal!);
    }

    /// <summary>The value on its step; null: invalid, with the reason in <paramref name="errors"/>.</summary>
    internal static Value? Normal(BoardAttribute attribute, Value? value, string path, FieldErrors errors) =>
        value is null
            ? Refuse(errors, path, "required")
            : (attribute.Kind, value) switch
            {
                (AttributeKind.Number, NumberValue number) => OnStep(attribute, number, path, errors),
                (AttributeKind.Number, _) => Refuse(errors, path, "notANumber"),
                (AttributeKind.Date, DayValue day) => InRange(attribute, day, path, errors),
                (AttributeKind.Date, _) => Refuse(errors, path, "notADay"),
                (AttributeKind.Category, CodeValue code) when attribute.IndexOf(code.Code) >= 0 => code,
                (AttributeKind.Category, _) => Refuse(errors, path, "notACode", CodesOf(attribute)),
                (AttributeKind.Flag, FlagValue flag) => flag,
                (AttributeKind.Flag, _) => Refuse(errors, path, "notAFlag"),
                (AttributeKind.Tags, TagsValue tags) => Sorted(tags, path, errors),
                (AttributeKind.Tags, _) => Refuse(errors, path, "notTags"),
                (AttributeKind.Use, UsesValue uses) => Listed(attribute, uses, path, errors),
                (AttributeKind.Use, _) => Refuse(errors, path, "notUses"),
                (AttributeKind.Path, _) => Refuse(errors, path, "noValue"),
                (AttributeKind.Point, PointValue point) => InBounds(attribute, point, path, errors),
                _ => Refuse(errors, path, "notAPoint"),
            };

    /// <summary>
    /// Whether a text can be a taxonomy code: a path of non-empty parts without spaces and without the signs reserved
    /// by CSV.
    /// </summary>
    public static bool IsTag(string? code) =>
        !string.IsNullOrEmpty(code)
        && StorableText.IsValid(code)
        && !code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '|' or '@')
        && code.Split('/').All(part => part.Length > 0);

    /// <summary>The codes of the attribute's list, for an error message.</summary>
    internal static string CodesOf(BoardAttribute attribute) =>
        string.Join(", ", attribute.Values.Select(entry => entry.Code));

    /// <summary>A number or day as shown in error messages.</summary>
    internal static string TextOf(Value? value) =>
        value switch
        {
            NumberValue number => number.Number.ToString("0.############", CultureInfo.InvariantCulture),
            DayValue day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => "",
        };

    private static NumberValue? OnStep(BoardAttribute attribute, NumberValue value, string path, FieldErrors errors)
    {
        if (
            attribute is { Min: NumberValue min, Max: NumberValue max }
            && (value.Number < min.Number || value.Number > max.Number)
        )
        {
            errors.Add(path, "outOfRange", TextOf(min), TextOf(max), attribute.Unit ?? "");
            return null;
        }

        return new(Steps.Of(value.Number, attribute.Step!.Value) * attribute.Step.Value);
    }

    private static DayValue? InRange(BoardAttribute attribute, DayValue value, string path, FieldErrors errors)
    {
        if (attribute is not { Min: DayValue min, Max: DayValue max } || (value.Day >= min.Day && value.Day <= max.Day))
            return value;
        errors.Add(path, "outOfRange", TextOf(min), TextOf(max), "");
        return null;
    }

    // If a code occurs twice, with and without a last day, the longer claim holds.
    private static TagsValue? Sorted(TagsValue value, string path, FieldErrors errors)
    {
        var before = errors.Count;
        var claims = new SortedDictionary<string, DateOnly?>(StringComparer.Ordinal);
        var tags = value.Tags.IsDefault ? [] : value.Tags;
        for (var i = 0; i < tags.Length; i++)
        {
            var (code, until) = tags[i];
            if (!IsTag(code))
                errors.Add($"{path}[{i}]", "notATag", code ?? "");
            else if (!claims.TryGetValue(code, out var known) || (known is { } day && (until is null || until > day)))
                claims[code] = until;
        }

        return errors.Count > before ? null : new([.. claims.Select(claim => new Tag(claim.Key, claim.Value))]);
    }

    private static UsesValue? Listed(BoardAttribute attribute, UsesValue value, string path, FieldErrors errors)
    {
        var before = errors.Count;
        foreach (var (use, verdict) in value.Uses)
        {
            if (attribute.IndexOf(use) < 0)
                errors.Add($"{path}.{use}", "notACode", CodesOf(attribute));
            else if (!Enum.IsDefined(verdict))
                errors.Add($"{path}.{use}", "notUses");
        }

        return errors.Count > before ? null : value;
    }

    private static PointValue? InBounds(BoardAttribute attribute, PointValue value, string path, FieldErrors errors)
    {
        if (attribute is not { Min: PointValue southWest, Max: PointValue northEast })
            return value;
        var before = errors.Count;
        Inside(value.Lat, southWest.Lat, northEast.Lat, $"{path}.lat", errors);
        Inside(value.Lon, southWest.Lon, northEast.Lon, $"{path}.lon", errors);
        return errors.Count > before ? null : value;
    }

    private static void Inside(double degrees, double min, double max, string path, FieldErrors errors)
    {
        if (!(degrees >= min && degrees <= max))
            errors.Add(
                path,
                "outOfRange",
                min.ToString(CultureInfo.InvariantCulture),
                max.ToString(CultureInfo.InvariantCulture),
                "°"
            );
    }

    private static Value? Refuse(FieldErrors errors, string path, string code, params string[] args)
    {
        errors.Add(path, code, args);
        return null;
    }
}
