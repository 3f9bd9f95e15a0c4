using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Shortlists;

/// <summary>
/// A building with spaces, a firm, and an enterprise with a demand on each of two boards: <c>sites</c> and
/// <c>partners</c>. <c>other</c> is a demand of another enterprise.
/// </summary>
internal static class Kept
{
    public static async Task<TestSystem> Start(Store store)
    {
        var system = await TestSystem.On(store);
        var grains = system.Grains;
        await grains
            .Building("b1")
            .Put(
                Some.Officer,
                Some.Building(
                    values:
                    [
                        ("headroom", Some.Number(4.5m)),
                        ("zone", new CodeValue("industrial")),
                        ("district", new CodeValue("kwunTong")),
                    ]
                ) with
                {
                    Source = "Survey",
                },
                null,
                true
            );
        foreach (var (id, area) in new[] { ("s1", 300m), ("s2", 550m), ("s3", 80m) })
            await PutSpace(system, id, area, null);
        await grains
            .Building("b1")
            .PutSpace(Some.Officer, "let", Some.Space() with { Status = SpaceStatus.Let }, null, true);
        await grains.Building("b1").PutSpace(Some.Officer, "hidden", Some.Space(isPublic: false), null, true);
        await grains
            .Firm("f1")
            .Put(
                Some.Officer,
                Some.Firm(("certifications", Some.Tags("iso-13485@2026-11-24", "iso-9001"))),
                null,
                true
            );
        await grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await grains.Enterprise("e2").Put(Some.Officer, Some.Enterprise(), null, true);
        await grains
            .Demand("sites")
            .Put(
                Some.Person(),
                Some.Seeks(
                    "sites",
                    Some.AtLeast("area", 250),
                    Some.AtMost("rent", 160, Strength.Prefer),
                    new Criterion
                    {
                        Attribute = "uses",
                        Op = Op.Allows,
                        Value = new CodeValue("office"),
                        Strength = Strength.Prefer,
                    }
                ),
                null,
                true
            );
        await grains
            .Demand("partners")
            .Put(Some.Person(), Some.Seeks("partners", Some.Covers("certifications", "iso-13485")), null, true);
        await grains.Demand("other").Put(Some.Person("e2"), Some.Seeks("sites"), null, true);
        return system;
    }

    public static Task PutSpace(TestSystem system, string id, decimal area, long? expected) =>
        system
            .Grains.Building("b1")
            .PutSpace(
                Some.Officer,
                id,
                Some.Space(values: [("area", Some.Number(area)), ("rent", Some.Number(area / 2))]) with
                {
                    Source = "Agent",
                },
                expected,
                true
            );

    /// <summary>A shortlist of the demand <c>sites</c>.</summary>
    public static Task<Saved<Shortlist>> Keep(TestSystem system, Caller caller, int id, params string[] items) =>
        system
            .Grains.Shortlist(Some.Id(id))
            .Put(
                caller,
                new() { Demand = "sites", Items = [.. items.Select(item => new ShortlistItem(item))] },
                null,
                false
            );

    /// <summary>How many records of a kind there are.</summary>
    public static async Task<int> Count(TestSystem system, string kind)
    {
        await using var connection = await system.Database.Open();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM record WHERE kind = @kind AND deleted = 0",
            new { kind }
        );
    }

    /// <summary>How many entries of the journal hold a text.</summary>
    public static async Task<int> Holding(TestSystem system, string text)
    {
        await using var connection = await system.Database.Open();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM journal WHERE after LIKE @text OR before LIKE @text OR id LIKE @text",
            new { text = $"%{text}%" }
        );
    }
}
