using System.Globalization;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Records;

/// <summary>
/// Reads single values of a query string; the framework's own binding would answer a wrong value with 400 and its own
/// text.
/// </summary>
internal static class QueryValues
{
    /// <exception cref="InvalidException">Not a whole number in that range.</exception>
    public static int Whole(HttpRequest request, string name, int most, int usual)
    {
        if (!request.Query.TryGetValue(name, out var text))
            return usual;
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= most
            ? number
            : throw new InvalidException(new FieldError(name, "outOfRange", "1", $"{most}", ""));
    }

    /// <exception cref="InvalidException">Not a number, with a point before decimals.</exception>
    /// <returns>Null: not given.</returns>
    public static decimal? Number(HttpRequest request, string name)
    {
        if (!request.Query.TryGetValue(name, out var text))
            return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidException(new FieldError(name, "notANumber"));
    }

    /// <exception cref="InvalidException">Not a day.</exception>
    /// <returns>Null: not given.</returns>
    public static DateOnly? Day(HttpRequest request, string name)
    {
        if (!request.Query.TryGetValue(name, out var text))
            return null;
        return InputDays.Parse(text) ?? throw new InvalidException(new FieldError(name, "notADay"));
    }

    /// <summary>The language of a file, <c>language</c>; the request's own where it is not given.</summary>
    /// <exception cref="InvalidException">Not a language of the page.</exception>
    public static string Language(HttpRequest request)
    {
        var language = request.Query.TryGetValue("language", out var asked) ? asked.ToString() : request.Language();
        return AccountSettings.Languages.Contains(language)
            ? language
            : throw new InvalidException(
                new FieldError("language", "notACode", string.Join(", ", AccountSettings.Languages))
            );
    }

    /// <summary>The order of a list of matches, <c>order</c>; null: by score.</summary>
    /// <exception cref="InvalidException">Not an order of any of the boards.</exception>
    public static ListOrder? Order(HttpRequest request, params IReadOnlyList<Board> boards)
    {
        var order = ListOrder.Parse(request.Query.TryGetValue("order", out var text) ? $"{text}" : null, boards);
        return order.Errors.IsEmpty ? order.Value : throw new InvalidException(order.Errors);
    }

    /// <exception cref="InvalidException">Neither true nor false.</exception>
    public static bool Flag(HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var text)
        && (
            bool.TryParse(text, out var flag)
                ? flag
                : throw new InvalidException(new FieldError(name, "notTrueOrFalse"))
        );
}
