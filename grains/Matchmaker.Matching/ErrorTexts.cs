using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching;

/// <summary>
/// The message texts of <see cref="FieldError"/>s from the built-in errors.csv: a row per code, a column per language.
/// </summary>
public static class ErrorTexts
{
    private static readonly ImmutableDictionary<string, LocalText> ByCode = Csv.Embedded("errors.csv")
        .ToImmutableDictionary(row => row["code"], row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]));

    /// <summary>Every code with its texts; {0}, {1} … are placeholders for the error's arguments, of which days are
    /// written as in the language.</summary>
    public static IReadOnlyDictionary<string, LocalText> All => ByCode;

    /// <summary>The error's message.</summary>
    /// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; any other language yields English.</param>
    public static string Of(FieldError error, string language)
    {
        if (!ByCode.TryGetValue(error.Code, out var text))
            return error.Code; // A missing row must not hide the error itself.
        var words = language switch
        {
            "zh-Hant" => text.ZhHant!,
            "zh-Hans" => text.ZhHans!,
            _ => text.En!,
        };
        // An empty argument, such as a missing unit, leaves a blank before the full stop.
        return string.Format(CultureInfo.InvariantCulture, words, [.. Padded(error.Args, language)])
            .Replace(" .", ".")
            .Replace(" 。", "。");
    }

    // A text with more placeholders than the error has arguments must still format.
    private static IEnumerable<object> Padded(ImmutableArray<string> args, string language) =>
        (args.IsDefault ? [] : args)
            .Select(argument => WrittenDay.OrText(argument, language))
            .Concat(Enumerable.Repeat("", 4));
}
