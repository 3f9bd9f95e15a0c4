using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Programmes;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Tests.Live;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Grains.Tests.Programmes;

/// <summary>What applicants and admins do.</summary>
internal static class Applying
{
    public static readonly Facts Plant = new(
        IncorporatedInHongKong: true,
        Subvented: false,
        NewSmartProductionInHongKong: true,
        HighEndTechnology: true,
        PreviousNiasProjects: 0,
        PreviousNiasGrants: 0,
        ApprovedNiasProject: false,
        Projects: [new("plant", 240_000_000, ProjectKind.NewFacility)]
    );

    public static Task Save(TestSystem system, string enterprise, Facts facts, bool tell, long? expected = null) =>
        Save(system, PartyId.Enterprise(enterprise), facts, tell, expected);

    public static async Task Save(TestSystem system, PartyId party, Facts facts, bool tell, long? expected = null) =>
        await system.Grains.Applicant(party).Put(Some.Officer, new() { Facts = facts, Tell = tell }, expected, true);

    /// <summary>Returns when what follows from a version of the facts is what they know.</summary>
    public static Task Told(TestSystem system, long facts, string applicant = "e1") =>
        Soon(
            system,
            async () =>
                await new RecordRepository(system.Database).Find(RecordKind.NotifiedResults, applicant)
                    is { Body: { } body }
                && RecordJson.Read<NotifiedState>(body).Facts == facts
        );

    public static Task Soon(TestSystem system, Func<Task<bool>> holds) =>
        Eventually.Until(async () =>
        {
            await system.Grains.Clock().Tick();
            return await holds();
        });

    public static async Task Edit(
        TestSystem system,
        string programme,
        Func<ProgrammeVersion, ProgrammeVersion> last,
        Func<ProgrammeVersion, ProgrammeVersion>? next = null
    )
    {
        var grain = system.Grains.Programme(programme);
        var present = await grain.Get(Some.Admin);
        var versions = Last(present.Versions, last);
        if (next is not null)
            versions = versions.Add(next(present.Versions[^1]));
        await grain.Put(Some.Admin, present with { Versions = versions }, present.Version, true);
    }

    public static ImmutableArray<ProgrammeVersion> Last(
        ImmutableArray<ProgrammeVersion> versions,
        Func<ProgrammeVersion, ProgrammeVersion> change
    ) => versions.SetItem(versions.Length - 1, change(versions[^1]));

    public static async Task<Assessment> Answer(TestSystem system) =>
        (await system.Grains.Programmes().AssessKept(Some.Person(), "e1")).Assessment;

    public static ProgrammeAssessment Nias(Assessment assessment) =>
        assessment.Programmes.Single(programme => programme.Id == "nias");

    public static async Task<IReadOnlyList<RenderedLetter>> Letters(TestSystem system) =>
        (await system.Grains.Outbox().List(Some.Officer, null, 100)).Items;

    public static async Task<Hub> Watch(TestSystem system)
    {
        var hub = new Hub();
        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        return hub;
    }
}
