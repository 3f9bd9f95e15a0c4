using System.Collections.Concurrent;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Accounts;
using Matchmaker.Silo.Sample.Firms;
using Matchmaker.Silo.Sample.Weeks;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// Fills an empty database with the sample data through the grains, as any user would. A database with the complete
/// sample data is left as it is.
/// </summary>
/// <param name="time">A clock that can walk also lets the office work through the weeks before.</param>
public sealed class SampleFill(IGrainFactory grains, TimeProvider time)
{
    // Each write waits for a commit that it shares with others, so concurrent writes cost hardly more than one.
    private const int MaxConcurrentWrites = 128;

    // A cluster that is still forming may answer late.
    private const int MaxAttempts = 20;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    // An officer's account gets clearance for the confidential enterprises that it creates.
    private static readonly Caller Officer = new("officer@sample", Role.Officer, null);

    private readonly SampleWeeks? _weeks = time is WalkingClock clock ? new(grains, clock) : null;
    private readonly ConcurrentDictionary<string, bool> _joined = new(StringComparer.Ordinal);

    /// <summary>
    /// Fills the database, or resumes an interrupted fill, which leaves out what the office did in the weeks before.
    /// </summary>
    /// <returns>False: the database holds other data, and nothing was changed.</returns>
    public async Task<bool> Run(int spaces, CancellationToken cancellation = default)
    {
        var (first, last) = (SampleOwners.All[0], SampleOwners.All[^1]);
        if (await Find(grains.Owner(first.Id), cancellation) is not { Sample: true } && !await IsEmpty(cancellation))
            return false;
        if (await Find(grains.Owner(last.Id), cancellation) is { Sample: true })
            return true;

        // One owner is the first record and the other the last: they show how far a fill has come.
        var today = _weeks?.Today ?? time.Today();
        var lists = new SampleLists(spaces, today);
        await Put(grains.Owner, [first], cancellation);
        await Task.WhenAll(
            Put(grains.Owner, SampleOwners.All[1..^1], cancellation),
            Put(grains.Centre, SampleCentres.Real, cancellation),
            Put(grains.Enterprise, SampleEnterprises.All, cancellation)
        );
        await Each(SamplePeople.OfOwners, Join, cancellation);
        if (_weeks is not null)
            await Walk(_weeks, lists, cancellation);
        await Arrive(lists, today, cancellation);
        await Each(SampleUpgrades.All(lists.Firms, today), upgrade => PutUpgrade(upgrade, cancellation), cancellation);
        await Put(grains.Owner, [last], cancellation);
        return true;
    }

    // A firm alone consents to what others see of its plan.
    private Task PutUpgrade(Upgrade upgrade, CancellationToken cancellation)
    {
        var firm = PartyId.Firm(upgrade.Id);
        var caller = new Caller(SamplePeople.Of(firm, 0).Account.Id, Role.Firm, firm);
        return Retry(
            () => grains.Upgrade(upgrade.Id).Put(caller, upgrade, null, chosen: true, cancellation),
            cancellation
        );
    }

    private async Task Walk(SampleWeeks weeks, SampleLists lists, CancellationToken cancellation)
    {
        await SampleAccounts.SetOffice(grains);
        await Each(SampleOfficers.All, Join, cancellation);
        await Clear(SampleEnterprises.All.First(enterprise => enterprise.Confidential).Id);
        // A building is on its list before anybody has verified it.
        var unverified = lists.Buildings.Where(building => SampleLists.Latest(building) > time.Today());
        await Put(grains.Building, unverified.Select(WithoutDay), cancellation);
        await Arrive(lists, time.Today(), cancellation);
        var parties = new SampleParties(lists);
        await weeks.Run(parties, new(grains, lists.Demands, parties), day => Arrive(lists, day, cancellation), Join);
        weeks.End();
    }

    private async Task Clear(string project)
    {
        var enterprise = grains.Enterprise(project);
        var known = await enterprise.Clearance(Officer);
        await enterprise.Clear(Officer, known.Officers.Add(SampleOfficers.Callers[0].Email!), known.Version);
    }

    private static Building WithoutDay(Building building) => building with { VerifiedOn = null };

    // What is on the lists by a day, and was not written before.
    private async Task Arrive(SampleLists lists, DateOnly day, CancellationToken cancellation)
    {
        await Each(lists.Arriving(lists.Buildings, day), building => PutBuilding(building, cancellation), cancellation);
        await Task.WhenAll(
            // A building's grain serialises its writes, so concurrency is per building.
            Each(
                lists.Arriving(lists.Spaces, day).GroupBy(BuildingOf),
                building => PutSpaces(building, cancellation),
                cancellation
            ),
            Put(grains.Firm, lists.Arriving(lists.Firms, day), cancellation),
            Put(grains.Opportunity, lists.Arriving(lists.Needs, day), cancellation)
        );
        await Put(grains.Demand, lists.ArrivingDemands(), cancellation);
    }

    private async Task PutBuilding(Building building, CancellationToken cancellation)
    {
        var known = building.VerifiedOn is null ? null : await Find(grains.Building(building.Id), cancellation);
        await Retry(
            () => grains.Building(building.Id).Put(Officer, building, known?.Version, chosen: true, cancellation),
            cancellation
        );
    }

    private Task Join(SamplePerson person) =>
        _joined.TryAdd(person.Account.Id, true) ? PutPerson(person) : Task.CompletedTask;

    // Its owner states the name, as any person does.
    private Task PutPerson(SamplePerson person) =>
        Retry(
            async () =>
            {
                var account = grains.Account(person.Account.Id);
                var (made, _) = await account.Put(Caller.System, person.Account, null, []);
                var caller = new Caller(made.Id, made.Role, made.Party);
                await account.Settle(
                    caller,
                    AccountSettings.Of(made) with
                    {
                        Name = person.Name,
                        Digests = false,
                        Programmes = false,
                    },
                    made.Version
                );
            },
            default
        );

    private static string BuildingOf(Space space) => SpaceId.BuildingOf(space.Id);

    private Task Put<T>(Func<string, IRecordGrain<T>> grain, IEnumerable<T> records, CancellationToken cancellation)
        where T : Record =>
        Each(
            records,
            record =>
                Retry(
                    () =>
                        grain(record.Id)
                            .Put(Officer, record, null, chosen: !RecordIds.IsGiven(record.Id), cancellation),
                    cancellation
                ),
            cancellation
        );

    private async Task PutSpaces(IGrouping<string, Space> spaces, CancellationToken cancellation)
    {
        var building = grains.Building(spaces.Key);
        foreach (var space in spaces)
            await Retry(
                () =>
                    building.PutSpace(
                        Officer,
                        space.Id[(spaces.Key.Length + 1)..],
                        space,
                        null,
                        chosen: true,
                        cancellation
                    ),
                cancellation
            );
    }

    private async Task Retry(Func<Task> put, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await put();
                return;
            }
            catch (VersionException)
            {
                return; // The record exists from an interrupted fill, or from an attempt whose answer was lost.
            }
            catch (Exception failure)
                when (failure is TimeoutException or StoreException or OrleansException && attempt < MaxAttempts)
            {
                await Task.Delay(Delay, time, cancellation);
            }
        }
    }

    private static Task Each<T>(IEnumerable<T> records, Func<T, Task> put, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            records,
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentWrites, CancellationToken = cancellation },
            (record, _) => new ValueTask(put(record))
        );

    private static async Task<T?> Find<T>(IRecordGrain<T> grain, CancellationToken cancellation)
        where T : Record
    {
        try
        {
            return await grain.Get(Caller.System, cancellation);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private async Task<bool> IsEmpty(CancellationToken cancellation) =>
        await HasNo<Building>(cancellation)
        && await HasNo<Enterprise>(cancellation)
        && await HasNo<Owner>(cancellation)
        && await HasNo<Firm>(cancellation)
        && await HasNo<Centre>(cancellation)
        && await HasNo<Demand>(cancellation);

    private async Task<bool> HasNo<T>(CancellationToken cancellation)
        where T : Record =>
        (await grains.Catalogue<T>().List(Caller.System, new ListQuery(Limit: 1), cancellation)).Items.IsEmpty;
}
