using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.GateVersions;

/// <summary>
/// Buildings whose spaces state no use, and demands that ask for offices: the shipped table says that an office needs
/// permission in an industrial building of the zone <c>OU(B)</c>, and nothing of an unrestricted lease.
/// </summary>
internal static class Judged
{
    public static async Task<TestSystem> Start(Store store)
    {
        var system = await TestSystem.On(store);
        foreach (var (id, user) in new[] { ("b1", "industrial"), ("b2", "unrestricted"), ("b3", "industrial") })
        {
            var building = system.Grains.Building(id);
            await building.Put(
                Some.Officer,
                Some.Building(
                    true,
                    null,
                    ("zone", new CodeValue(id == "b3" ? "I" : "OU(B)")),
                    ("leaseUser", new CodeValue(user))
                ),
                null,
                true
            );
            await building.PutSpace(Some.Officer, "s1", Some.Space(), null, true);
            await building.PutSpace(Some.Officer, "s2", Some.Space(isPublic: false), null, true);
        }

        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system.Grains.Enterprise(Some.Id(7)).Put(Some.Officer, Some.Enterprise(true), null, false);
        await Ask(system, "all", "e1", 0);
        await Ask(system, "best", "e1", 100);
        await Ask(system, Some.Id(8), Some.Id(7), 100);
        return system;
    }

    /// <summary>The shipped rows, in which offices fit the industrial leases.</summary>
    public static TableDraft<GateRow> Relaxed(DateOnly? from = null) =>
        new(
            from ?? Some.Today,
            [
                .. GateTable
                    .Shipped.Versions[0]
                    .Rows.Select(row =>
                        row is { Gate: GateKind.Lease, Key: "industrial", Use: "office" }
                            ? row with
                            {
                                Verdict = UseVerdict.Fits,
                                Source = "Practice Note 1/2027",
                            }
                            : row
                    ),
            ],
            "Offices are let in."
        );

    /// <summary>What gates say of offices on the demand's whole list, by space; empty: unknown.</summary>
    public static async Task<ImmutableSortedDictionary<string, string>> Offices(
        TestSystem system,
        string demand = "all"
    )
    {
        var found = await system.Grains.Index("sites").Matches(Some.Officer, demand, 100);
        return found.Matches.ToImmutableSortedDictionary(
            match => match.Id,
            match => (match.Parts[0].Actual as CodeValue)?.Code ?? "",
            StringComparer.Ordinal
        );
    }

    private static async Task Ask(TestSystem system, string id, string enterprise, decimal above) =>
        await system
            .Grains.Demand(id)
            .Put(
                Some.Person(enterprise),
                Some.Seeks(
                    "sites",
                    new Criterion
                    {
                        Attribute = "uses",
                        Op = Op.Allows,
                        Value = new CodeValue("office"),
                    }
                ) with
                {
                    NotifyAbove = above,
                },
                null,
                !RecordIds.IsGiven(id)
            );
}
