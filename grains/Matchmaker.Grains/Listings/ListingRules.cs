using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Listings;

/// <summary>The rules of every record that has a place on a board.</summary>
internal static class ListingRules
{
    private const int NameLength = 300;
    private const int SourceLength = 500;

    /// <summary>The record with its values on their steps.</summary>
    /// <param name="broken">Collects the errors; with an error the result is of no use.</param>
    public static T Check<T>(Board board, T listing, ValidationErrors broken)
        where T : Listing
    {
        broken.CheckText("name", listing.Name, NameLength);
        broken.CheckText("address", listing.Address, NameLength);
        broken.CheckText("source", listing.Source, SourceLength);
        if (listing.Owner is { } owner && !(PartyId.IdOf(owner, RecordKind.Owner) is { } id && RecordIds.IsValid(id)))
            broken.Add("owner", "notAnOwner");
        var values = ValueRules.Check(board, listing.Values, "values");
        broken.AddRange(values.Errors);
        CheckFacts(listing, broken);
        return values.IsOk ? listing with { Values = values.Value, Facts = Facts(listing) } : listing;
    }

    /// <summary>The text that lists search in.</summary>
    public static string SearchText(Listing listing) =>
        WritePreconditions.SearchText([
            listing.Id,
            .. listing.Name?.All ?? [],
            .. listing.Address?.All ?? [],
            (listing as Space)?.Unit,
        ]);

    public static PointValue? Location(Listing listing) => listing.Values.GetValueOrDefault("location") as PointValue;

    private static void CheckFacts(Listing listing, ValidationErrors broken)
    {
        foreach (var (code, fact) in listing.Facts ?? ImmutableSortedDictionary<string, Fact>.Empty)
        {
            if (!listing.Values.ContainsKey(code))
                broken.Add($"facts.{code}", "notStated", code);
            if (fact is null)
                broken.Add($"facts.{code}", "required");
            broken.CheckText($"facts.{code}.source", fact?.Source, SourceLength);
        }
    }

    // A fact that is empty, or repeats the record's own day and source, is not kept.
    private static ImmutableSortedDictionary<string, Fact>? Facts(Listing listing) =>
        listing.Facts?.RemoveRange(
            listing
                .Facts.Where(fact =>
                    fact.Value is null
                    || fact.Value == new Fact(null, null)
                    || fact.Value == new Fact(listing.VerifiedOn, listing.Source)
                )
                .Select(fact => fact.Key)
        )
            is { IsEmpty: false } own
            ? own
            : null;
}
