using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Boards;

namespace Matchmaker.Silo.Sample;

/// <summary>Puts the sample data into an empty database through the grains, as any user would; one filled so before is used as it is.</summary>
public sealed class SampleFill(IGrainFactory grains, TimeProvider time)
{
    // Because each write waits for a commit that it shares with others, many at once cost hardly more than one.
    private const int AtOnce = 128;

    // Because a cluster that is just coming together may answer late.
    private const int MostTries = 20;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    // Because the office's own account gets clearance for the confidential enterprises that it brings in.
    private static readonly Caller Officer = new("officer@sample", Role.Officer, null);

    /// <summary>Fills the database, or goes on where a fill was interrupted.</summary>
    /// <returns>False: it holds other data, and nothing was done.</returns>
    public async Task<bool> Run(int spaces, CancellationToken cancellation = default)
    {
        var (first, last) = (SampleEnterprises.Owners[0], SampleEnterprises.Owners[^1]);
        if (await Find(grains.Owner(first.Id), cancellation) is not { Sample: true } && !await IsEmpty(cancellation))
            return false;
        if (await Find(grains.Owner(last.Id), cancellation) is { Sample: true })
            return true;

        // Because one owner is the first record and the other the last, they tell how far a fill has come.
        await Put(grains.Owner, [first], cancellation);
        await Fill(spaces, cancellation);
        await Put(grains.Owner, [last], cancellation);
        return true;
    }

    private async Task Fill(int spaces, CancellationToken cancellation)
    {
        var today = time.Today();
        await Put(grains.Building, SampleData.Buildings, cancellation);
        // Because a building's grain takes one write after the other, it is buildings that go side by side.
        await Each(
            SampleData.Spaces(SampleData.Seed, spaces, today).GroupBy(BuildingOf),
            building => PutSpaces(building, cancellation),
            cancellation
        );
        await Put(grains.Firm, SampleFirms.All(SampleData.Seed, today), cancellation);
        await Put(grains.Centre, SampleCentres.Real, cancellation);
        await Put(grains.Enterprise, SampleEnterprises.All, cancellation);
        await Put(grains.Opportunity, SampleNeeds.All(SampleData.Seed, today), cancellation);
        await Put(grains.Demand, SampleDemands.All(today), cancellation);
    }

    private static string BuildingOf(Space space) => SpaceId.BuildingOf(space.Id);

    private Task Put<T>(Func<string, IRecordGrain<T>> grain, IEnumerable<T> records, CancellationToken cancellation)
        where T : Record =>
        Each(
            records,
            record =>
                Surely(
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
            await Surely(
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

    private async Task Surely(Func<Task> put, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await put();
                return;
            }
            catch (VersionException)
            {
                return; // because it is there from a fill that was interrupted, or from a try whose answer was lost
            }
            catch (Exception failure)
                when (failure is TimeoutException or StoreException or OrleansException && tries < MostTries)
            {
                await Task.Delay(Delay, time, cancellation);
            }
        }
    }

    private static Task Each<T>(IEnumerable<T> records, Func<T, Task> put, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            records,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
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
