using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>An enterprise that seeks a workshop, the owner of one, and two officers: all with accounts.</summary>
internal sealed class Cast(TestSystem system)
{
    public const string Demand = "d1";
    public const string Match = "b1/s1";

    public IGrainFactory Grains => system.Grains;

    public Caller Seeker { get; } = Some.Person();

    public Caller Counterpart { get; } = Some.OwnerAgent();

    public static async Task<Cast> Set(TestSystem system)
    {
        var cast = new Cast(system);
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system
            .Grains.Owner("o1")
            .Put(Some.Officer, new() { Name = new("Harbour Estates", "海港置業") }, null, true);
        await cast.Admit(cast.Seeker, cast.Counterpart, Some.Officer, Some.OtherOfficer);
        await system.Grains.Building("b1").Put(Some.Officer, Some.Building(), null, true);
        await cast.Space("s1");
        await system.Grains.Demand(Demand).Put(cast.Seeker, Some.Demand(null, Some.AtLeast("area", 100)), null, true);
        return cast;
    }

    public async Task Admit(params Caller[] people)
    {
        foreach (var person in people)
        {
            await Grains
                .Account(person.Email!)
                .Put(
                    Caller.System,
                    new()
                    {
                        Id = person.Email!,
                        Role = person.Role,
                        Enterprise = PartyId.IdOf(person.Party, RecordKind.Enterprise),
                        Firm = PartyId.IdOf(person.Party, RecordKind.Firm),
                        Owner = PartyId.IdOf(person.Party, RecordKind.Owner),
                    },
                    null,
                    []
                );
            if (person.Party is not null)
                await Grains.People().Vouch(Some.Colleague, person.Email!);
        }
    }

    /// <summary>A space of the owner's that the demand accepts.</summary>
    public Task Space(string id, decimal area = 200) =>
        Grains
            .Building("b1")
            .PutSpace(
                Some.Officer,
                id,
                Some.Space(values: ("area", Some.Number(area))) with
                {
                    Name = new($"Unit {id}"),
                },
                null,
                true
            );

    public IIntroductionGrain New() => Grains.Introduction(RecordIds.New());

    /// <summary>An introduction that an officer took and put to both sides.</summary>
    public async Task<(IIntroductionGrain Grain, Introduction It)> Offered(string match = Match, string demand = Demand)
    {
        var grain = New();
        var suggested = await grain.Suggest(Some.Officer, demand, match);
        return (grain, await grain.Offer(Some.Officer, suggested.Version, new()));
    }

    /// <summary>As <see cref="Offered"/>, with both sides' yes.</summary>
    public async Task<(IIntroductionGrain Grain, Introduction It)> Agreed(string match = Match)
    {
        var (grain, _) = await Offered(match);
        await grain.Consent(Seeker, (await grain.Get(Seeker)).Version, null);
        await grain.Consent(
            Counterpart,
            (await grain.Get(Counterpart)).Version,
            new(Name: "Mr Lee", Phone: "2345 6789")
        );
        return (grain, await grain.Get(Some.Officer));
    }
}
