using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Setup;

/// <summary>Plain examples; a test states only what matters to it.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly Caller Admin = new("admin@office", Role.Admin, null);

    public static readonly Caller Officer = new("officer@office", Role.Officer, null);

    public static readonly Caller OtherOfficer = new("second@office", Role.Officer, null);

    /// <summary>An officer who brokers nothing, and so vouches for accounts.</summary>
    public static readonly Caller Colleague = new("colleague@office", Role.Officer, null);

    public static Caller OwnerAgent(string id = "o1") => new($"{id}@owners", Role.Owner, PartyId.Owner(id));

    public static Caller Person(string enterprise = "e1") =>
        new($"{enterprise}@enterprises", Role.Enterprise, PartyId.Enterprise(enterprise));

    public static Caller Maker(string firm = "f1") => new($"{firm}@firms", Role.Firm, PartyId.Firm(firm));

    public static Building Building(
        bool isPublic = true,
        string? owner = "owners/o1",
        params (string Code, Value Value)[] values
    ) =>
        new()
        {
            Name = new("Tower", "大廈"),
            Public = isPublic,
            Owner = owner,
            VerifiedOn = Today,
            Values = Values(values),
        };

    public static Space Space(bool isPublic = true, string? owner = null, params (string Code, Value Value)[] values) =>
        new()
        {
            Unit = "12A",
            Public = isPublic,
            Owner = owner,
            VerifiedOn = Today,
            Values = Values(values),
        };

    public static Enterprise Enterprise(bool isConfidential = false) =>
        new() { Name = new("Robots Ltd", "機械人公司"), Confidential = isConfidential };

    public static Demand Seeks(string board, params Criterion[] criteria) =>
        new()
        {
            Board = board,
            Name = new("Parts"),
            Criteria = [.. criteria],
        };

    public static Demand Demand(string? owner = "enterprises/e1", params Criterion[] criteria) =>
        new()
        {
            Board = "sites",
            Owner = owner,
            Name = new("Workshop"),
            Criteria = [.. criteria],
        };

    public static Firm Firm(params (string Code, Value Value)[] values) =>
        new()
        {
            Name = new("Works", "工廠"),
            Public = true,
            VerifiedOn = Today,
            Values = Values(values),
        };

    public static Opportunity Need(params (string Code, Value Value)[] values) =>
        new()
        {
            Name = new("Housings for pumps", "水泵外殼"),
            Public = true,
            VerifiedOn = Today,
            Source = "Robots Ltd",
            Values = Values(values),
        };

    public static TagsValue Tags(params string[] tags) => new([.. tags.Select(ValueJson.ReadTag)]);

    public static Criterion Covers(string attribute, string code, Strength strength = Strength.Must) =>
        new()
        {
            Attribute = attribute,
            Op = Op.Covers,
            Value = new CodeValue(code),
            Strength = strength,
        };

    public static Criterion AtLeast(string attribute, decimal limit) =>
        new()
        {
            Attribute = attribute,
            Op = Op.AtLeast,
            Limit = new NumberValue(limit),
        };

    public static Criterion AtMost(string attribute, decimal limit, Strength strength = Strength.Must) =>
        new()
        {
            Attribute = attribute,
            Op = Op.AtMost,
            Limit = new NumberValue(limit),
            Strength = strength,
        };

    public static NumberValue Number(decimal number) => new(number);

    public static ImmutableSortedDictionary<string, Value> Values(params (string Code, Value Value)[] values) =>
        values.ToImmutableSortedDictionary(value => value.Code, value => value.Value, StringComparer.Ordinal);

    /// <summary>A write of an owner record, which has no rules of its own in the store.</summary>
    public static RecordWrite Write(string id, long expected, string? body = "{}", bool isVisible = false) =>
        body is null
            ? new RecordWrite.Delete(RecordKind.Owner, id, expected, "tester", OwnerVisibility(id, isVisible))
            : new RecordWrite.Put(RecordKind.Owner, id, expected, "tester", body, OwnerVisibility(id, isVisible), id);

    private static Visibility OwnerVisibility(string id, bool isVisible) =>
        new(RecordKind.Owner, PartyId.Owner(id), isVisible);

    public static string Id(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
