using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Shortlists;

/// <summary>What has changed of an item since it was kept. Pure.</summary>
internal static class SheetChanges
{
    /// <summary>
    /// In the board's order. Of combined spaces those of each member, and once what has changed alike of all of them.
    /// </summary>
    /// <param name="now">The item as it would be kept now.</param>
    /// <param name="taxonomies">As they are now: a code that was only renamed is no change.</param>
    /// <param name="entries">The journal's entries on its records since.</param>
    public static ImmutableArray<ValueChange> Of(
        Board board,
        SheetItem kept,
        SheetItem now,
        TaxonomySet taxonomies,
        ImmutableArray<JournalEntry> entries
    )
    {
        if (kept.Members is not { } members || now.Members is not { } present)
            return [.. Of(board, kept.Values, now.Values, now.Facts, taxonomies, entries)];
        var changes = members
            .Zip(
                present,
                (before, after) =>
                    Of(
                            board,
                            before.Values,
                            after.Values,
                            after.Facts,
                            taxonomies,
                            entries.RemoveAll(entry => entry.Kind is RecordKind.Space && entry.Id != before.Item)
                        )
                        .Select(change => change with { Member = before.Item })
            )
            .SelectMany(change => change)
            .GroupBy(change => change with { Member = null });
        return
        [
            .. changes
                .SelectMany(alike => alike.Count() == members.Length ? [alike.Key] : alike.AsEnumerable())
                .OrderBy(change => board.Attributes.IndexOf(board.Find(change.Attribute)!)),
        ];
    }

    private static IEnumerable<ValueChange> Of(
        Board board,
        ImmutableSortedDictionary<string, Value> kept,
        ImmutableSortedDictionary<string, Value> now,
        ImmutableSortedDictionary<string, Fact> facts,
        TaxonomySet taxonomies,
        ImmutableArray<JournalEntry> entries
    )
    {
        var before = taxonomies
            .Current(board, new Profile("", kept, ImmutableSortedDictionary<string, DateOnly>.Empty, false, null))
            .Values;
        return board
            .Attributes.Select(attribute =>
                (
                    attribute.Code,
                    Before: before.GetValueOrDefault(attribute.Code),
                    After: now.GetValueOrDefault(attribute.Code)
                )
            )
            .Where(value => !Equals(value.Before, value.After))
            .Select(value => (Value: value, At: LastChange(value.Code, entries)))
            .Where(change => change.At is not null)
            .Select(change => new ValueChange(
                change.Value.Code,
                change.Value.Before,
                change.Value.After,
                change.At!.Value,
                facts.GetValueOrDefault(change.Value.Code)?.Source
            ));
    }

    /// <summary>When the value, or what it follows from, was last written as another; null: never.</summary>
    private static DateTimeOffset? LastChange(string attribute, ImmutableArray<JournalEntry> entries)
    {
        string[] codes = [attribute, SheetMaker.OriginOf(attribute)];
        var at = entries
            .Where(entry =>
                codes.Any(code => !JsonNode.DeepEquals(Value(entry.Before, code), Value(entry.After, code)))
            )
            .Select(entry => entry.At)
            .Max(StringComparer.Ordinal);
        return at is null ? null : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
    }

    private static JsonNode? Value(string? body, string attribute) =>
        body is null ? null : JsonNode.Parse(body)!["values"]?[attribute];
}
