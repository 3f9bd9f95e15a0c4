using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Listings;

/// <summary>A party that is a profile of a board.</summary>
internal abstract class ListingGrain<T>(string kind, Database database, Vocabulary vocabulary, TimeProvider time)
    : RecordGrain<T>(kind, database),
        IListingGrain<T>
    where T : Listing, new()
{
    private readonly string _kind = kind;
    private readonly Board _board = KindTable.Of(kind).Board!;
    private bool _isAskedFor;

    public override Task<T> Get(Caller caller, CancellationToken cancellation = default)
    {
        _isAskedFor = true;
        return base.Get(caller, cancellation);
    }

    public override Task<Saved<T>> Put(
        Caller caller,
        T body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        _isAskedFor = true;
        return base.Put(caller, body, expected, chosen, cancellation);
    }

    public virtual async Task<ImportResult> Import(
        Caller caller,
        ListingPatch patch,
        bool dryRun,
        CancellationToken cancellation = default
    )
    {
        if (!Access.Writes(caller.Role, _kind))
            throw new ForbiddenException();
        await EnsureLoaded();
        if (!_isAskedFor)
            DeactivateOnIdle(); // a large file visits every record once, and few are read again soon
        try
        {
            var before = Current;
            ImportRights.Check(caller, before, Access.PartiesCreate(_kind));
            var patched = Patched(before?.Record ?? new() { Id = Key }, patch);
            var next = await Decide(caller, patched, before, chosen: true);
            var outcome = Patching.OutcomeOf(before, next);
            if (!dryRun && outcome is not ImportOutcome.Unchanged)
            {
                await Commit([Write(caller, before, next)]);
                Accept(next);
            }

            return new(patch.Id, outcome, []);
        }
        catch (InvalidException refused)
        {
            return new(patch.Id, ImportOutcome.Rejected, refused.Errors);
        }
    }

    /// <summary>The record with an import row applied. Pure.</summary>
    protected abstract T Patched(T record, ListingPatch patch);

    /// <summary>The body with the properties that no caller sets.</summary>
    protected virtual T WithReadOnly(T body, T? before) => body;

    /// <summary>Checks the properties that only this kind has.</summary>
    protected virtual void Check(T body, ValidationErrors broken) { }

    protected override async ValueTask<Stored<T>> Decide(Caller caller, T body, Stored<T>? before, bool chosen)
    {
        var taxonomies = await vocabulary.For(_board, body.Values);
        var broken = new ValidationErrors();
        broken.CheckId(Key);
        var listing = ListingRules.Check(_board, WithReadOnly(body, before?.Record), taxonomies, time.Today(), broken);
        Check(body, broken);
        if (!caller.IsOffice && body.Sample != (before?.Record.Sample ?? false))
            broken.Add("sample", "officeOnly");
        broken.Throw();
        return new(listing, new(_kind, new PartyId(_kind, Key), listing.Public));
    }

    protected override RecordWrite Write(Caller caller, Stored<T>? before, Stored<T>? next)
    {
        var listing = (next ?? before)!.Record;
        return WritePreconditions.Write(
            caller,
            _kind,
            Key,
            before,
            next,
            ListingRules.SearchText(listing),
            ListingRules.Location(listing)
        );
    }
}
