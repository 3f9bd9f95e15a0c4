using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Buildings;

internal sealed partial class BuildingGrain
{
    private const int Many = 100;

    public async Task<ImmutableArray<ImportResult>> Import(
        Caller caller,
        ImmutableArray<ListingPatch> patches,
        bool dryRun,
        CancellationToken cancellation = default
    )
    {
        if (!Access.Writes(caller.Role, RecordKind.Space))
            throw new ForbiddenException();
        await EnsureLoaded();
        var (building, spaces) = (Current, new Dictionary<string, Stored<Space>>(StringComparer.Ordinal));
        var imported = ImmutableArray.CreateBuilder<ImportResult>(patches.Length);
        foreach (var patch in patches)
        {
            try
            {
                imported.Add(new(patch.Id, Take(caller, patch, ref building, spaces), []));
            }
            catch (InvalidException refused)
            {
                imported.Add(new(patch.Id, ImportOutcome.Rejected, refused.Errors));
            }
        }

        if (!dryRun)
            await Remember(caller, building, spaces);
        if (patches.Length >= Many)
            DeactivateOnIdle(); // an import visits every building once, and few are read again soon
        return imported.ToImmutable();
    }

    public async Task<ImmutableArray<DuplicateReport>> FindDuplicates(
        Caller caller,
        ImmutableArray<ListingPatch> spaces,
        CancellationToken cancellation = default
    )
    {
        await EnsureLoaded();
        var (stored, listed) = (new SpaceDuplicates(), new SpaceDuplicates());
        foreach (var space in _spaces.Values.Where(space => Access.MaySee(caller, space.Visibility)))
        {
            var (id, record) = (space.Record.Id, space.Record);
            stored.Add(id, record.Name, SpacePlace.Of(record.Unit, FloorOf(record.Values)));
        }

        var reports = ImmutableArray.CreateBuilder<DuplicateReport>(spaces.Length);
        foreach (var space in spaces)
        {
            var place = SpacePlace.Of(space.Unit, FloorOf(space.Values));
            var (known, earlier) = (stored.Of(space.Id, place), listed.Of(space.Id, place));
            reports.Add(
                known.Candidates.IsEmpty ? earlier
                : earlier.Candidates.IsEmpty ? known
                : DuplicateReport.Of(known.Candidates.Concat(earlier.Candidates))
            );
            listed.Add(space.Id, space.Unit is { } unit ? new LocalText(Plain: unit) : null, place);
        }

        return reports.MoveToImmutable();
    }

    private static decimal? FloorOf(ImmutableSortedDictionary<string, Value> values) =>
        values.GetValueOrDefault("floor") is NumberValue floor ? floor.Number : null;

    // Applies one row to the states that are committed at the end.
    private ImportOutcome Take(
        Caller caller,
        ListingPatch patch,
        ref Stored<Building>? building,
        Dictionary<string, Stored<Space>> spaces
    )
    {
        if (patch.Id == Key)
        {
            ImportRights.Check(caller, building, Access.PartiesCreate(RecordKind.Building));
            var next = BuildingRules.Decide(
                caller,
                BuildingRules.Patched(building?.Record ?? new() { Id = Key }, patch),
                building,
                time.Today()
            );
            var outcome = Patching.OutcomeOf(building, next);
            building = next;
            return outcome;
        }

        if (SpaceId.Parse(patch.Id)?.Building != Key)
            throw new InvalidException(new FieldError("id", "notAnId"));
        var before = spaces.GetValueOrDefault(patch.Id) ?? _spaces.GetValueOrDefault(patch.Id);
        var isHidden = before is null || !Access.MaySee(caller, before.Visibility);
        if (building is null || (isHidden && !Access.MaySee(caller, building.Visibility)))
            throw new InvalidException(new FieldError("building_id", "unknownBuilding", Key));
        ImportRights.Check(caller, before, Access.MayChange(caller, building.Visibility));
        var space = BuildingRules.Decide(
            caller,
            BuildingRules.Patched(before?.Record ?? new() { Id = patch.Id }, patch),
            before,
            building.Record,
            time.Today()
        );
        if (before is null && !Access.MayCreate(caller, space.Visibility))
            throw ImportRights.Refused();
        var result = Patching.OutcomeOf(before, space);
        if (result is not ImportOutcome.Unchanged)
            spaces[patch.Id] = space;
        return result;
    }

    private async Task Remember(Caller caller, Stored<Building>? building, Dictionary<string, Stored<Space>> spaces)
    {
        var writes = ImmutableArray.CreateBuilder<RecordWrite>();
        var moves =
            building is not null
            && (Current is null || RecordJson.Write(Current.Record) != RecordJson.Write(building.Record));
        if (moves)
            writes.Add(Write(caller, Current, building));
        foreach (var (id, space) in spaces)
        {
            var next = space with { Visibility = BuildingRules.VisibilityOf(space.Record, building!.Record) };
            writes.Add(WriteSpace(caller, id, _spaces.GetValueOrDefault(id), next));
        }

        if (moves)
            writes.AddRange(
                _spaces
                    .Values.Where(space => !spaces.ContainsKey(space.Record.Id))
                    .Select(space => RelatedWrites(caller, space, building))
                    .OfType<RecordWrite>()
            );
        if (writes.Count == 0)
            return;
        var sequence = await Commit(writes.ToImmutable());
        if (moves)
            Accept(building!);
        foreach (var space in spaces.Values)
            Accept(space with { Visibility = BuildingRules.VisibilityOf(space.Record, Current!.Record) });
        await WaitForProjections(sequence, Current?.Record);
    }
}
