using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching;

/// <summary>
/// An order of a list by a number or a date (matching.md section 4): profiles for which it is unknown come last, and
/// equal ones by score, then by id.
/// </summary>
/// <param name="Attribute">The code of a number or date attribute.</param>
/// <param name="Falling">Whether the greatest number or last day comes first.</param>
[GenerateSerializer, Immutable]
public sealed record ListOrder(string Attribute, bool Falling)
{
    /// <summary>The word for the usual order, by score.</summary>
    public const string Score = "score";

    /// <summary>An order as callers write it: <c>score</c>, <c>rent</c>, or <c>-area</c> for falling.</summary>
    /// <param name="text">Null: by score.</param>
    /// <param name="boards">The boards of the list; the attribute is of at least one of them.</param>
    /// <returns>The order; null: by score. Or the error, at the path <c>order</c>.</returns>
    public static Validated<ListOrder?> Parse(string? text, params IReadOnlyList<Board> boards)
    {
        if (text is null or Score)
            return new(null, []);
        var falling = text.StartsWith('-');
        var code = falling ? text[1..] : text;
        return boards.Any(board => board.Find(code) is { } attribute && Sorts(attribute))
            ? new(new ListOrder(code, falling), [])
            : new(null, [new("order", "notAnOrder", string.Join(", ", Words(boards)))]);
    }

    private static IEnumerable<string> Words(IEnumerable<Board> boards) =>
        boards
            .SelectMany(board => board.Attributes)
            .Where(Sorts)
            .Select(attribute => attribute.Code)
            .Distinct()
            .Prepend(Score);

    private static bool Sorts(BoardAttribute attribute) => attribute.Kind is AttributeKind.Number or AttributeKind.Date;
}
