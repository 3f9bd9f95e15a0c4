using System.Collections.Immutable;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Listings;

/// <summary>Applies a row of an import to a record. Pure.</summary>
internal static class Patching
{
    /// <summary>Applies the columns that all listings have.</summary>
    public static T Apply<T>(T listing, ListingPatch patch)
        where T : Listing
    {
        var values = listing.Values.RemoveRange(patch.Unknown).SetItems(patch.Values);
        var next = listing with
        {
            VerifiedOn = patch.Unknown.Contains("verified_on") ? null : listing.VerifiedOn,
            Source = patch.Unknown.Contains("source") ? null : listing.Source,
            Name = Merge(listing.Name, patch.Name, patch, "name"),
            Address = Merge(listing.Address, patch.Address, patch, "address"),
            Owner = patch.Owner switch
            {
                null => listing.Owner,
                "" => null,
                var owner => owner,
            },
            Public = patch.Public ?? listing.Public,
            Values = values,
        };
        return WithFacts(next, listing, patch);
    }

    /// <summary>The outcome of a row.</summary>
    /// <param name="before">Null: the record does not exist.</param>
    public static ImportOutcome OutcomeOf<T>(Stored<T>? before, Stored<T> next)
        where T : Record =>
        before is null ? ImportOutcome.Created
        : RecordJson.Same(before.Record, next.Record) ? ImportOutcome.Unchanged
        : ImportOutcome.Updated;

    // The row's day and source hold for every value that the row states. If it states them all, they become the
    // record's.
    private static T WithFacts<T>(T next, T before, ListingPatch patch)
        where T : Listing
    {
        var (day, source) = (patch.VerifiedOn, patch.Source);
        var kept =
            before.Facts?.RemoveRange(before.Facts.Keys.Where(code => !next.Values.ContainsKey(code)))
            ?? ImmutableSortedDictionary<string, Fact>.Empty;
        if (day is null && source is null)
            return next with { Facts = kept.IsEmpty ? null : kept };
        if (next.Values.Keys.All(patch.Values.ContainsKey) && (kept.IsEmpty || (day is not null && source is not null)))
            return next with { VerifiedOn = day ?? next.VerifiedOn, Source = source ?? next.Source, Facts = null };

        var own = new Fact(next.VerifiedOn, next.Source);
        foreach (var code in patch.Values.Keys)
        {
            var last = kept.GetValueOrDefault(code) ?? own;
            var fact = new Fact(day ?? last.VerifiedOn, source ?? last.Source);
            kept = fact == own ? kept.Remove(code) : kept.SetItem(code, fact);
        }

        return next with
        {
            Facts = kept.IsEmpty ? null : kept,
        };
    }

    private static LocalText? Merge(LocalText? before, LocalText? row, ListingPatch patch, string column)
    {
        var text = before ?? new LocalText();
        var next = new LocalText(
            Pick("_en", row?.En, text.En ?? text.Plain),
            Pick("_zh_hant", row?.ZhHant, text.ZhHant),
            Pick("_zh_hans", row?.ZhHans, text.ZhHans)
        );
        return next == new LocalText() ? null : next;

        string? Pick(string language, string? stated, string? was) =>
            patch.Unknown.Contains(column + language) ? null : stated ?? was;
    }
}
