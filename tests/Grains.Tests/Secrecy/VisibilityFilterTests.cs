using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Secrecy;

/// <summary>Lists and changes show exactly what <see cref="Access.MaySee"/> allows.</summary>
public sealed class VisibilityFilterTests
{
    private static readonly Caller[] Callers =
    [
        Caller.Anonymous,
        Some.Person(),
        Some.Person("e2"),
        Some.Maker(),
        Some.OwnerAgent(),
        Some.OwnerAgent("o2"),
        Some.Officer,
        Some.OtherOfficer,
        Some.Admin,
        Caller.System,
    ];

    [Theory, OnBoth]
    public async Task The_SQL_filter_agrees_with_Access_for_every_kind_and_caller(Store store)
    {
        await using var system = await TestSystem.On(store);
        var visibilities = Visibilities()
            .ToDictionary(visibility => visibility.Id, visibility => visibility.Visibility);
        await system
            .Grains.Journal()
            .Commit([.. visibilities.Select(visibility => Write(visibility.Key, visibility.Value))]);

        foreach (var caller in Callers)
        {
            var expected = visibilities
                .Where(visibility => Access.MaySee(caller, visibility.Value))
                .Select(visibility => visibility.Key)
                .Order(StringComparer.Ordinal);
            var changes = await system.Grains.Changes().List(caller, 0, 1000);
            Assert.Equal(
                expected,
                changes.Where(change => !change.Deleted).Select(change => change.Id).Order(StringComparer.Ordinal)
            );
            Assert.Equal(
                await Listed(system, caller),
                expected.Where(id => !id.StartsWith(RecordKind.Account, StringComparison.Ordinal))
            );
            Assert.DoesNotContain(changes, change => change.Deleted);
        }
    }

    private static async Task<List<string>> Listed(TestSystem system, Caller caller)
    {
        var ids = new List<string>();
        await Add<Building>();
        await Add<Space>();
        await Add<Firm>();
        await Add<Centre>();
        await Add<Owner>();
        await Add<Enterprise>();
        await Add<Demand>();
        await Add<Brief>();
        await Add<Opportunity>();
        await Add<Enquiry>();
        await Add<Applicant>();
        ids.Sort(StringComparer.Ordinal);
        return ids;

        async Task Add<T>()
            where T : Contracts.Records.Record
        {
            string? after = null;
            do
            {
                var page = await system.Grains.Catalogue<T>().List(caller, new(After: after, Limit: 2));
                ids.AddRange(page.Items.Select(item => item.Id));
                after = page.Next;
            } while (after is not null);
        }
    }

    private static IEnumerable<(string Id, Visibility Visibility)> Visibilities()
    {
        string[] kinds =
        [
            RecordKind.Building,
            RecordKind.Space,
            RecordKind.Firm,
            RecordKind.Centre,
            RecordKind.Owner,
            RecordKind.Enterprise,
            RecordKind.Demand,
            RecordKind.Brief,
            RecordKind.Opportunity,
            RecordKind.Enquiry,
            RecordKind.Applicant,
            RecordKind.Account,
        ];
        ImmutableArray<string>[] cleared =
        [
            ["officer@office"],
            ["second@office", "officer@office"],
            ["x_ficer@office"],
            [],
        ];
        foreach (var kind in kinds)
        {
            foreach (
                var owner in new PartyId?[] { null, PartyId.Owner("o1"), PartyId.Enterprise("e1"), PartyId.Firm("f1") }
            )
            {
                yield return ($"{kind}-{owner?.Kind}-hidden", new(kind, owner, false));
                if (!KindTable.Of(kind).IsNeverPublic)
                    yield return ($"{kind}-{owner?.Kind}-public", new(kind, owner, true));
                for (var i = 0; KindTable.Of(kind).IsNeverPublic && i < cleared.Length; i++)
                    yield return ($"{kind}-{owner?.Kind}-cleared{i}", new(kind, owner, false, cleared[i]));
            }
        }
    }

    private static RecordWrite.Put Write(string id, Visibility visibility) =>
        new(visibility.Kind, id, 0, "tester", """{"board":"sites","text":"what","facts":{}}""", visibility, id);
}
