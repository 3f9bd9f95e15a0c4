using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching;

/// <summary>The plain words for a <see cref="FieldError"/>, from the built-in errors.csv: a row for each code, a column for each language.</summary>
public static class ErrorTexts
{
    private static readonly ImmutableDictionary<string, LocalText> ByCode = Csv.Embedded("errors.csv")
        .ToImmutableDictionary(row => row["code"], row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]));

    /// <summary>Every code with its texts; {0}, {1} … stand for the error's arguments.</summary>
    public static IReadOnlyDictionary<string, LocalText> All => ByCode;

    /// <summary>The error in words.</summary>
    /// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; any other is answered in English.</param>
    public static string Of(FieldError error, string language)
    {
        if (!ByCode.TryGetValue(error.Code, out var text))
            return error.Code; // because a missing row must not hide the error itself
        var words = language switch
        {
            "zh-Hant" => text.ZhHant!,
            "zh-Hans" => text.ZhHans!,
            _ => text.En!,
        };
        // Because an argument such as the unit may be empty.
        return string.Format(CultureInfo.InvariantCulture, words, [.. Padded(error.Args)])
            .Replace(" .", ".")
            .Replace(" 。", "。");
    }

    // Because a text that names more arguments than the error carries must still be shown.
    private static IEnumerable<object> Padded(ImmutableArray<string> args) =>
        (args.IsDefault ? [] : args).Concat(Enumerable.Repeat("", 4)).Cast<object>();
}
