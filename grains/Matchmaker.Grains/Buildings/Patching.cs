using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>How a row of an import changes a record. Pure.</summary>
internal static class Patching
{
    /// <summary>A firm, a centre or a building with the row's word in.</summary>
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
            Owner = patch.Owner switch { null => listing.Owner, "" => null, var owner => owner },
            Public = patch.Public ?? listing.Public,
            Values = values,
        };
        return WithFacts(next, listing, patch);
    }

    /// <summary>A space with the row's word in.</summary>
    public static Space Apply(Space space, ListingPatch patch) => Apply<Space>(space, patch) with
    {
        Unit = patch.Unknown.Contains("unit") ? null : patch.Unit ?? space.Unit,
        Position = patch.Unknown.Contains("position") ? null : patch.Position ?? space.Position,
        Status = patch.Status ?? space.Status,
    };

    // The row's day and source hold for every value that it states: they become the record's where it states them all, else these values' own.
    private static T WithFacts<T>(T next, T before, ListingPatch patch)
        where T : Listing
    {
        var (day, source) = (patch.VerifiedOn, patch.Source);
        var kept = before.Facts?.RemoveRange(before.Facts.Keys.Where(code => !next.Values.ContainsKey(code)))
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

        return next with { Facts = kept.IsEmpty ? null : kept };
    }

    private static LocalText? Merge(LocalText? before, LocalText? row, ListingPatch patch, string column)
    {
        var text = before ?? new LocalText();
        var next = new LocalText(
            Pick("_en", row?.En, text.En ?? text.Plain), Pick("_zh_hant", row?.ZhHant, text.ZhHant), Pick("_zh_hans", row?.ZhHans, text.ZhHans));
        return next == new LocalText() ? null : next;

        string? Pick(string language, string? stated, string? was) => patch.Unknown.Contains(column + language) ? null : stated ?? was;
    }
}
