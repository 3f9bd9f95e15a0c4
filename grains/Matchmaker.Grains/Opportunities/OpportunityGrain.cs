using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Opportunities;

/// <summary>A need that an enterprise publishes.</summary>
internal sealed class OpportunityGrain(Database database, Vocabulary vocabulary, TimeProvider time)
    : PartyOwnedGrain<Opportunity>(RecordKind.Opportunity, database, RecordKind.Enterprise),
        IOpportunityGrain
{
    protected override async ValueTask<Stored<Opportunity>> Decide(
        Caller caller,
        Opportunity body,
        Stored<Opportunity>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        var owner = body.Owner ?? before?.Record.Owner ?? caller.Party?.ToString();
        var visibility = await ResolveOwnership(caller, owner, before is null, chosen, broken);
        if (before is null && !RecordIds.IsGiven(Key) && !broken.Has("id"))
            broken.Add("id", "givenId");
        if (before is not null && owner != before.Record.Owner)
            broken.Add("owner", "final");
        if (!caller.IsOffice && body.Sample != (before?.Record.Sample ?? false))
            broken.Add("sample", "officeOnly");
        // The listing rule accepts only owners of buildings: a need's owner was checked above.
        var taxonomies = await vocabulary.For(BoardTable.Opportunities, body.Values);
        var need = body with { Owner = null };
        var listing = ListingRules.Check(BoardTable.Opportunities, need, taxonomies, time.Today(), broken) with
        {
            Owner = owner,
        };
        broken.Throw();
        return new(listing, visibility! with { Visible = IsVisible(listing, visibility!) });
    }

    /// <summary>Whether firms may see it: a need of a confidential enterprise is hidden.</summary>
    public static bool IsVisible(Opportunity need, Visibility visibility) => need.Public && visibility.Cleared is null;

    // A search for a name must not find records that are read without it.
    protected override RecordWrite Write(Caller caller, Stored<Opportunity>? before, Stored<Opportunity>? next) =>
        WritePreconditions.Write(
            caller,
            RecordKind.Opportunity,
            Key,
            before,
            next,
            WritePreconditions.SearchText([Key]),
            null
        );
}
