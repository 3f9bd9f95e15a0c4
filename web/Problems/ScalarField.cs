using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matchmaker.Matching;

namespace Matchmaker.Web.Problems;

/// <summary>The values that a scalar field takes.</summary>
/// <param name="ErrorOf">The error of a value, without its path; null: the value is fine.</param>
internal sealed record ScalarField(Func<JsonNode, FieldError?> ErrorOf)
{
    public static ScalarField Text { get; } =
        new(node =>
            node.GetValueKind() != JsonValueKind.String ? new("", "notText")
            : TryText(node) is not { } text ? new("", "notText")
            : !StorableText.IsValid(text) ? new("", "controlSigns")
            : null
        );

    private static readonly ScalarField Flag = Of(
        "notTrueOrFalse",
        node => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False
    );
    private static readonly ScalarField Whole = Of(
        "notAWholeNumber",
        node =>
            IsNumber(node)
            && int.TryParse(Raw(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
    );
    private static readonly ScalarField Long = Of(
        "notAWholeNumber",
        node =>
            IsNumber(node)
            && long.TryParse(Raw(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
    );
    private static readonly ScalarField Number = Of(
        "notANumber",
        node => IsNumber(node) && decimal.TryParse(Raw(node), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
    );
    private static readonly ScalarField Double = Of(
        "notANumber",
        node =>
            IsNumber(node)
            && double.TryParse(Raw(node), CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
    );
    private static readonly ScalarField Day = Of("notADay", node => InputDays.Parse(TryText(node)) is not null);

    // A local time without an offset is not an instant.
    private static readonly ScalarField Instant = Of(
        "notAnInstant",
        node =>
            TryText(node) is { } text
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            && node.AsValue().TryGetValue<DateTimeOffset>(out var instant)
            && InputDays.Holds(instant)
    );

    /// <summary>Null: the type is not a scalar.</summary>
    public static ScalarField? Expects(Type type) =>
        type == typeof(string) ? Text
        : type == typeof(bool) ? Flag
        : type == typeof(int) ? Whole
        : type == typeof(long) ? Long
        : type == typeof(decimal) ? Number
        : type == typeof(double) ? Double
        : type == typeof(DateOnly) ? Day
        : type == typeof(DateTimeOffset) ? Instant
        : type.IsEnum ? OneOf(type)
        : null;

    private static ScalarField Of(string code, Func<JsonNode, bool> fits) =>
        new(node => fits(node) ? null : new("", code));

    private static ScalarField OneOf(Type type)
    {
        var words = Enum.GetValues(type)
            .Cast<object>()
            .Select(value => JsonSerializer.SerializeToNode(value, type, Json.Strict)!.GetValue<string>())
            .ToList();
        return new(node =>
            TryText(node) is { } text && words.Contains(text) ? null : new("", "notACode", string.Join(", ", words))
        );
    }

    private static bool IsNumber(JsonNode node) => node.GetValueKind() == JsonValueKind.Number;

    private static string Raw(JsonNode node) => node.ToJsonString();

    private static string? TryText(JsonNode node)
    {
        try
        {
            return node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair, or bytes that are not UTF-8
        }
    }
}
