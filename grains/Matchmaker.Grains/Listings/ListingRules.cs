using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Listings;

/// <summary>The rules of every record that has a place on a board.</summary>
internal static class ListingRules
{
    private const int NameLength = 300;
    private const int SourceLength = 500;

    /// <summary>The record with its values on their steps.</summary>
    /// <param name="taxonomies">The terms that tags name.</param>
    /// <param name="today">The day after which nothing can have been verified.</param>
    /// <param name="broken">Collects the errors; with an error the result is of no use.</param>
    public static T Check<T>(Board board, T listing, TaxonomySet taxonomies, DateOnly today, ValidationErrors broken)
        where T : Listing
    {
        broken.CheckText("name", listing.Name, NameLength);
        broken.CheckText("address", listing.Address, NameLength);
        broken.CheckText("source", listing.Source, SourceLength);
        if (listing.Owner is { } owner && !(PartyId.IdOf(owner, RecordKind.Owner) is { } id && RecordIds.IsValid(id)))
            broken.Add("owner", "notAnOwner");
        CheckDay("verifiedOn", listing.VerifiedOn, today, broken);
        var read = CodeReader.Read(board, listing.Values, taxonomies, "values");
        broken.AddRange(read.Errors);
        var values = ValueRules.Check(board, read.IsOk ? read.Value : WithoutCodes(listing.Values), "values");
        broken.AddRange(values.Errors);
        CheckFacts(listing, today, broken);
        return read.IsOk && values.IsOk ? listing with { Values = values.Value, Facts = Facts(listing) } : listing;
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

    // What is wrong besides the codes is reported with them.
    private static ImmutableSortedDictionary<string, Value> WithoutCodes(
        ImmutableSortedDictionary<string, Value> values
    ) =>
        values.RemoveRange(
            values.Where(value => value.Value is TagsValue or CodeValue or UsesValue).Select(value => value.Key)
        );

    private static void CheckDay(string path, DateOnly? day, DateOnly today, ValidationErrors broken)
    {
        if (day > today)
            broken.Add(path, "futureDay", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void CheckFacts(Listing listing, DateOnly today, ValidationErrors broken)
    {
        foreach (var (code, fact) in listing.Facts ?? ImmutableSortedDictionary<string, Fact>.Empty)
        {
            if (!listing.Values.ContainsKey(code))
                broken.Add($"facts.{code}", "notStated", code);
            if (fact is null)
                broken.Add($"facts.{code}", "required");
            broken.CheckText($"facts.{code}.source", fact?.Source, SourceLength);
            CheckDay($"facts.{code}.verifiedOn", fact?.VerifiedOn, today, broken);
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
