using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Gates;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Gates;

namespace Matchmaker.Grains.Buildings;

/// <summary>
/// A building with its spaces: read together, and changed in one commit where the building changes them.
/// </summary>
internal sealed partial class BuildingGrain(Database database, PublishedGates gates, TimeProvider time)
    : RecordGrain<Building>(RecordKind.Building, database),
        IBuildingGrain
{
    private readonly SortedDictionary<string, Stored<Space>> _spaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastVersions = new(StringComparer.Ordinal);

    public async Task<Space> GetSpace(Caller caller, string space, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        return await Shown(caller, WritePreconditions.Authorize(Find(space), caller), cancellation);
    }

    public async Task<UseReport> GetUses(
        Caller caller,
        string? space,
        DateOnly? asOf = null,
        CancellationToken cancellation = default
    )
    {
        await EnsureLoaded();
        var day = asOf ?? time.Today();
        var table = await gates.Now(cancellation);
        return space is null
            ? SpaceUses.Of(WritePreconditions.Authorize(Current, caller).Record, day, table)
            : SpaceUses.Of(WritePreconditions.Authorize(Find(space), caller).Record, Current!.Record, day, table);
    }

    public async Task<VerdictReport> GetVerdicts(
        Caller caller,
        DateOnly? asOf = null,
        CancellationToken cancellation = default
    )
    {
        await EnsureLoaded();
        var building = WritePreconditions.Authorize(Current, caller).Record;
        var day = asOf ?? time.Today();
        var table = await gates.Now(cancellation);
        return new(
            day,
            [
                .. _spaces
                    .Values.Where(space => Access.MaySee(caller, space.Visibility))
                    .Select(space => SpaceUses.VerdictsOf(space.Record, building, day, table)),
            ]
        );
    }

    public async Task<Saved<Space>> PutSpace(
        Caller caller,
        string space,
        Space body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        var isSecondTry = SecondTry.Take();
        await EnsureLoaded();
        var before = WritePreconditions.Before(
            caller,
            RecordKind.Space,
            Find(space),
            expected,
            isSecondTry,
            out var mayBeMade
        );
        var building = Home(caller, before);
        var next = BuildingRules.Decide(
            caller,
            body with
            {
                Id = IdOf(space),
                Version = before?.Record.Version ?? 0,
            },
            before,
            building,
            time.Today()
        );
        WritePreconditions.CheckCreation(caller, before is null, next.Visibility);
        if (before is not null && RecordJson.Write(before.Record) == RecordJson.Write(next.Record))
            return new(await Shown(caller, before, cancellation), mayBeMade && expected is null);
        if (mayBeMade)
            throw new VersionException();
        var sequence = await Commit([WriteSpace(caller, IdOf(space), before, next)], isSecondTry);
        next = Accept(next);
        await WaitForProjections(sequence, Current?.Record);
        return new(await Shown(caller, next, cancellation), before is null);
    }

    public async Task DeleteSpace(Caller caller, string space, long expected, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        var before = WritePreconditions.Before(caller, RecordKind.Space, Find(space), expected)!;
        var sequence = await Commit([
            WriteSpace(caller, before.Record.Id, before, null),
            .. await WithoutHolds(caller, [before]),
        ]);
        Drop(before.Record.Id);
        await WaitForProjections(sequence, Current?.Record);
    }

    public override async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        await base.Delete(caller, expected, cancellation);
        foreach (var id in _spaces.Keys.ToList())
            Drop(id);
    }

    protected override async Task Load()
    {
        _spaces.Clear();
        _lastVersions.Clear();
        await base.Load();
        if (!RecordIds.IsValid(Key))
            return;
        foreach (var row in await Rows.ListByParent(RecordKind.Space, Key))
        {
            _lastVersions[row.Id] = row.Version;
            if (Stored<Space>.Of(row, RecordKind.Space) is { } space)
                _spaces[row.Id] = space;
        }
    }

    protected override Stored<Building> Accept(Stored<Building> next)
    {
        var kept = base.Accept(next);
        foreach (var (id, space) in _spaces.ToList())
            _spaces[id] = space with { Visibility = BuildingRules.VisibilityOf(space.Record, kept.Record) };
        return kept;
    }

    protected override ValueTask<Stored<Building>> Decide(
        Caller caller,
        Building body,
        Stored<Building>? before,
        bool chosen
    ) => new(BuildingRules.Decide(caller, body, before, time.Today()));

    protected override async ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<Building>? before,
        Stored<Building>? next
    ) =>
        [
            .. _spaces.Values.Select(space => RelatedWrites(caller, space, next)).OfType<RecordWrite>(),
            .. next is null ? await WithoutHolds(caller, _spaces.Values) : [],
        ];

    protected override RecordWrite Write(Caller caller, Stored<Building>? before, Stored<Building>? next)
    {
        var building = (next ?? before)!.Record;
        return WritePreconditions.Write(
            caller,
            RecordKind.Building,
            Key,
            before,
            next,
            ListingRules.SearchText(building),
            ListingRules.Location(building)
        );
    }

    private string IdOf(string space) => new SpaceId(Key, space).ToString();

    private Stored<Space>? Find(string space) => Current is null ? null : _spaces.GetValueOrDefault(IdOf(space));

    /// <summary>The building that a space is put into.</summary>
    /// <exception cref="NotFoundException">There is none that the caller may see.</exception>
    private Building Home(Caller caller, Stored<Space>? before)
    {
        if (before is not null)
            return Current!.Record;
        var building = WritePreconditions.Authorize(Current, caller);
        return Access.MayChange(caller, building.Visibility) ? building.Record : throw new ForbiddenException();
    }

    // A space is deleted with its building, and touched when its visibility changes with it.
    private RecordWrite? RelatedWrites(Caller caller, Stored<Space> space, Stored<Building>? next)
    {
        if (next is null)
            return WriteSpace(caller, space.Record.Id, space, null);
        var visibility = BuildingRules.VisibilityOf(space.Record, next.Record);
        return WritePreconditions.IsSame(visibility, space.Visibility)
            ? null
            : new RecordWrite.Touch(
                RecordKind.Space,
                space.Record.Id,
                space.Record.Version,
                caller.Email ?? "",
                visibility
            );
    }

    private RecordWrite WriteSpace(Caller caller, string id, Stored<Space>? before, Stored<Space>? next)
    {
        var space = (next ?? before)!.Record;
        return WritePreconditions.Write(
            caller,
            RecordKind.Space,
            id,
            before,
            next,
            ListingRules.SearchText(space),
            ListingRules.Location(space),
            Key
        );
    }

    private Stored<Space> Accept(Stored<Space> next)
    {
        var id = next.Record.Id;
        _lastVersions[id] = _lastVersions.GetValueOrDefault(id) + 1;
        return _spaces[id] = next with { Record = next.Record with { Version = _lastVersions[id] } };
    }

    private void Drop(string id)
    {
        _spaces.Remove(id);
        _lastVersions[id]++;
    }
}
