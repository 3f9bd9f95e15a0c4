using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Web.Records;

/// <summary>The query of a collection: <c>q</c>, <c>after</c>, <c>limit</c>, <c>bbox</c>, <c>ids</c>.</summary>
internal static class ListParameters
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;

    /// <exception cref="InvalidException">A parameter is invalid.</exception>
    public static ListQuery Read(HttpRequest request, string? parent = null)
    {
        var query = request.Query;
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var limit = DefaultLimit;
        if (
            query.TryGetValue("limit", out var wanted)
            && (
                !int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                || limit is < 1 or > MaxLimit
            )
        )
            errors.Add(new("limit", "outOfRange", "1", $"{MaxLimit}", ""));
        ImmutableArray<string>? ids = query.TryGetValue("ids", out var some)
            ? [.. $"{some}".Split(',', StringSplitOptions.RemoveEmptyEntries)]
            : null;
        if (ids is { Length: > MaxLimit })
            errors.Add(new("ids", "tooMany", $"{MaxLimit}"));
        var box = query.TryGetValue("bbox", out var edges) ? ReadBox($"{edges}") : null;
        if (box is null && query.ContainsKey("bbox"))
            errors.Add(new("bbox", "notABox"));
        if (errors.Count > 0)
            throw new InvalidException(errors.ToImmutable());
        return new(Text(query["q"]), Text(query["after"]), ids is null ? limit : MaxLimit, box, parent, ids);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static BoundingBox? ReadBox(string text)
    {
        var edges = text.Split(',');
        var read = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (
                edges.Length != 4
                || !double.TryParse(edges[i], NumberStyles.Float, CultureInfo.InvariantCulture, out read[i])
                || !double.IsFinite(read[i])
            )
                return null;
        }

        return read[0] <= read[2] && read[1] <= read[3] ? new(read[0], read[1], read[2], read[3]) : null;
    }
}
