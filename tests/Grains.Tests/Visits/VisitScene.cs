using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Visits;
using Matchmaker.Grains.Tests.Introductions;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Visits;

/// <summary>
/// A client with so many introductions whose details are exchanged, each in a building of its own.
/// </summary>
internal sealed class VisitScene(TestSystem system, Cast cast, List<IIntroductionGrain> grains)
{
    // Thursday; the test's clock stands on Tuesday noon.
    public static readonly DateTimeOffset Afternoon = new(2026, 11, 26, 13, 0, 0, TimeSpan.FromHours(8));

    public Cast Cast => cast;

    public static async Task<VisitScene> Set(TestSystem system, int introductions)
    {
        var (cast, grains) = (await Cast.Set(system), new List<IIntroductionGrain>());
        for (var i = 0; i < introductions; i++)
        {
            var building = $"v{i}";
            await system
                .Grains.Building(building)
                .Put(
                    Some.Officer,
                    Some.Building(values: ("location", new PointValue(22.31, 114.21 + (i * 0.004)))) with
                    {
                        Address = new($"{i + 1} Hung To Road"),
                    },
                    null,
                    true
                );
            await system
                .Grains.Building(building)
                .PutSpace(Some.Officer, "s1", Some.Space(values: ("area", Some.Number(200))), null, true);
            var (grain, agreed) = await cast.Agreed($"{building}/s1");
            await grain.Introduce(Some.Officer, agreed.Version);
            grains.Add(grain);
        }

        return new(system, cast, grains);
    }

    public static TimeSlot Slot(int from, int to) => new(Afternoon.AddMinutes(from), Afternoon.AddMinutes(to));

    public IIntroductionGrain Grain(int index) => grains[index];

    public int IndexOf(string introduction) => grains.FindIndex(grain => grain.GetPrimaryKeyString() == introduction);

    public Task<Introduction> Seen(int index) => grains[index].Get(Some.Officer);

    public Visit Draft() =>
        new()
        {
            Owner = "enterprises/e1",
            Window = Slot(0, 300),
            Stops = [.. grains.Select(grain => new VisitStop(grain.GetPrimaryKeyString()))],
        };

    public async Task<IVisitGrain> Visit(bool reversed = false)
    {
        var grain = system.Grains.Visit(RecordIds.New());
        var draft = Draft();
        await grain.Put(
            Some.Officer,
            reversed ? draft with { Stops = [.. draft.Stops.Reverse()] } : draft,
            null,
            false
        );
        return grain;
    }

    public Task Offer(int index, Side side, params (int From, int To)[] slots) =>
        Offer(index, side, byPhone: false, slots);

    public async Task Offer(int index, Side side, bool byPhone, params (int From, int To)[] slots)
    {
        var caller =
            byPhone ? Some.Officer
            : side is Side.Seeker ? cast.Seeker
            : cast.Counterpart;
        await grains[index]
            .OfferTimes(
                caller,
                (await grains[index].Get(caller)).Version,
                byPhone ? side : null,
                [.. slots.Select(slot => Slot(slot.From, slot.To))]
            );
    }

    public async Task OfferAll()
    {
        await Offer(0, Side.Seeker, (0, 300));
        for (var i = 0; i < grains.Count; i++)
            await Offer(i, Side.Counterpart, (0, 300));
    }

    public async Task<int[]> Revisions()
    {
        var revisions = new List<int>();
        for (var i = 0; i < grains.Count; i++)
            revisions.Add((await Seen(i)).Meetings.Single().Revision);
        return [.. revisions];
    }

    public async Task<List<Meeting>> AllMeetings()
    {
        var meetings = new List<Meeting>();
        for (var i = 0; i < grains.Count; i++)
            meetings.AddRange((await Seen(i)).Meetings);
        return meetings;
    }

    /// <summary>How many letters have been written.</summary>
    public async Task<int> Letters() => (await system.Grains.Outbox().List(Some.Admin, null, 500)).Items.Length;
}
