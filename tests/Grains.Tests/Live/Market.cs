using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>
/// Firms and enterprises on the two boards on which both sides seek, changed by chance through the grains.
/// </summary>
internal sealed class Market(TestSystem system, Random chance)
{
    private static readonly string[] Enterprises = ["e1", "e2", Some.Id(900)];
    private static readonly string[] Firms = ["f1", "f2", "f3"];
    private static readonly string[] Codes =
    [
        "process",
        "process/machining",
        "process/machining/cnc",
        "process/casting",
    ];
    private static readonly string[] Needs = [.. Enumerable.Range(1, 4).Select(Some.Id)];

    /// <summary>Two demands an enterprise on partners; one a firm on each board.</summary>
    public ImmutableArray<(string Board, string Id, Caller Owner)> Demands { get; } =
    [
        ("partners", Some.Id(101), Some.Person("e1")),
        ("partners", Some.Id(102), Some.Person("e2")),
        ("partners", Some.Id(103), Some.Person(Enterprises[2])),
        ("opportunities", Some.Id(104), Some.Maker("f1")),
        ("opportunities", Some.Id(105), Some.Maker("f2")),
        ("partners", Some.Id(106), Some.Maker("f3")),
        ("opportunities", Some.Id(107), Some.Person("e1")),
    ];

    /// <summary>How many wishes of the other side were seen so far.</summary>
    public int Mutuals { get; private set; }

    public async Task Begin()
    {
        foreach (var id in Enterprises)
            await system.Grains.Enterprise(id).Put(Some.Officer, Some.Enterprise(), null, id.Length < 3);
        foreach (var firm in Firms)
            await PutFirm(firm);
        foreach (var demand in Demands)
            await PutDemand(demand);
        for (var i = 0; i < 10; i++)
            await Change();
    }

    public Task Change() =>
        chance.Next(10) switch
        {
            0 or 1 => PutDemand(Pick(Demands)),
            2 => DeleteDemand(Pick(Demands)),
            3 or 4 => PutNeed(chance.Next(Needs.Length)),
            5 => Confide(),
            6 => EditTaxonomy(),
            7 => Midnight(),
            _ => PutFirm(Pick(Firms)),
        };

    /// <summary>What a demand's list must be, worked out from the records one by one.</summary>
    public async Task<IEnumerable<string>> Expected(string board, string id, Caller caller)
    {
        if (await Find(() => system.Grains.Demand(id).Get(caller)) is not { } demand)
            return [];
        var seen = await Records();
        var shown = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (profile, _) in seen.Profiles.Where(candidate =>
                candidate.Board == board
                && (
                    caller.IsOffice
                    || (
                        candidate.Profile.Public
                        && demand.Owner!.StartsWith(board == "opportunities" ? "firms" : "", StringComparison.Ordinal)
                    )
                )
            )
        )
        {
            var match = Evaluator.Evaluate(BoardTable.Find(board)!, Current(seen, demand), profile, seen.Day);
            if (match.Verdict is Verdict.Match or Verdict.Possible && match.Score >= (double)demand.NotifyAbove)
                shown[match.Id] = Client.Text(
                    match with
                    {
                        Mutual = Mutual(seen, demand.Owner!, profile.Owner!, match.Score),
                    }
                );
        }
        return shown.Values;
    }

    private double? Mutual(MarketRecords seen, string asker, string other, double score)
    {
        var wishes = seen
            .Demands.Where(demand => demand.Owner == other)
            .SelectMany(demand =>
                seen.Profiles.Where(own =>
                        own.Board == demand.Board && own.Profile.Public && own.Profile.Owner == asker
                    )
                    .Select(own =>
                        Evaluator.Evaluate(BoardTable.Find(demand.Board)!, Current(seen, demand), own.Profile, seen.Day)
                    )
            )
            .Where(match => match.Verdict is Verdict.Match or Verdict.Possible)
            .Select(match => match.Score)
            .ToList();
        if (wishes.Count == 0)
            return null;
        Mutuals++;
        return Math.Sqrt(score * wishes.Max());
    }

    private static ImmutableArray<Criterion> Current(MarketRecords seen, Demand demand) =>
        [
            .. demand.Criteria.Select(rule =>
                rule.Value is CodeValue code ? rule with { Value = new CodeValue(seen.Words.Current(code.Code)) } : rule
            ),
        ];

    private async Task<MarketRecords> Records()
    {
        var words = new Taxonomy(
            "capabilities",
            (await system.Grains.Taxonomy("capabilities").Get(Some.Officer)).Terms
        );
        var profiles = new List<(Profile, string)>();
        foreach (var firm in (await system.Grains.Catalogue<Firm>().List(Some.Officer, new())).Items)
            profiles.Add((Profile(words, firm, $"firms/{firm.Id}"), "partners"));
        foreach (var need in (await system.Grains.Catalogue<Opportunity>().List(Caller.System, new())).Items)
            profiles.Add((Profile(words, need, need.Owner!), "opportunities"));
        // The first officer marks them confidential and so is cleared for all of them.
        var demands = (await system.Grains.Catalogue<Demand>().List(Some.Officer, new())).Items;
        return new(words, [.. profiles], demands, DateOnly.FromDateTime(system.Time.GetUtcNow().AddHours(8).DateTime));
    }

    private static Profile Profile(Taxonomy words, Listing listing, string owner) =>
        new(
            listing.Id,
            listing.Values.ToImmutableSortedDictionary(
                entry => entry.Key,
                entry => entry.Value is TagsValue tags ? Moved(words, tags) : entry.Value,
                StringComparer.Ordinal
            ),
            listing.VerifiedOn is { } day
                ? listing.Values.ToImmutableSortedDictionary(entry => entry.Key, _ => day, StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, DateOnly>.Empty,
            listing.Public,
            owner
        );

    private static TagsValue Moved(Taxonomy words, TagsValue tags) =>
        Some.Tags([.. tags.Tags.Select(tag => words.Current(tag.Code)).Distinct().Order(StringComparer.Ordinal)]);

    private async Task PutFirm(string id)
    {
        var before = await Find(() => system.Grains.Firm(id).Get(Some.Officer));
        if (before is not null && chance.Next(8) == 0)
            await system.Grains.Firm(id).Delete(Some.Officer, before.Version);
        else
            await system.Grains.Firm(id).Put(Some.Officer, SomeFirm(), before?.Version, true);
    }

    private async Task PutNeed(int place)
    {
        var owner = Enterprises[place % Enterprises.Length];
        var before = await Find(() => system.Grains.Opportunity(Needs[place]).Get(Some.Person(owner)));
        if (before is not null && chance.Next(5) == 0)
            await system.Grains.Opportunity(Needs[place]).Delete(Some.Person(owner), before.Version);
        else
            await system.Grains.Opportunity(Needs[place]).Put(Some.Person(owner), SomeNeed(), before?.Version, false);
    }

    private async Task PutDemand((string Board, string Id, Caller Owner) demand)
    {
        var party = demand.Owner.Party!.Value.ToString();
        if (
            party.StartsWith("firms/", StringComparison.Ordinal)
            && await Find(() => system.Grains.Firm(party[6..]).Get(Some.Officer)) is null
        )
            return;
        var before = await Find(() => system.Grains.Demand(demand.Id).Get(demand.Owner));
        var (tags, number) = demand.Board == "partners" ? ("capabilities", "machineHours") : ("needs", "orderSize");
        Criterion[] criteria =
        [
            Some.Covers(tags, Codes[chance.Next(Codes.Length)], (Strength)chance.Next(2)),
            Some.AtLeast(number, 100) with
            {
                Ideal = Some.Number(chance.Next(1, 4) * 100),
                Strength = (Strength)chance.Next(2),
            },
        ];
        await system
            .Grains.Demand(demand.Id)
            .Put(
                demand.Owner,
                Some.Seeks(demand.Board, criteria[..chance.Next(0, 3)]) with
                {
                    NotifyAbove = chance.Next(3) * 30,
                },
                before?.Version,
                false
            );
    }

    private async Task DeleteDemand((string Board, string Id, Caller Owner) demand)
    {
        if (await Find(() => system.Grains.Demand(demand.Id).Get(demand.Owner)) is { } before)
            await system.Grains.Demand(demand.Id).Delete(demand.Owner, before.Version);
    }

    private async Task Confide()
    {
        var grain = system.Grains.Enterprise(Enterprises[2]);
        var before = await grain.Get(Some.Officer);
        await grain.Put(Some.Officer, before with { Confidential = !before.Confidential }, before.Version, false);
    }

    private async Task EditTaxonomy()
    {
        var grain = system.Grains.Taxonomy("capabilities");
        var before = await grain.Get(Some.Admin);
        Term[] own =
        [
            .. Codes.Select(code =>
                before.Terms.FirstOrDefault(term => term.Code == code)
                ?? new() { Code = code, Label = new(code, code, code) }
            ),
        ];
        var merged = own[3] with { MovedTo = own[3].MovedTo is null ? "process/machining" : null };
        var others = before.Terms.Where(term =>
            own.All(known => known.Code != term.Code)
            && !term.Code.StartsWith("process/casting/", StringComparison.Ordinal)
        );
        var below = before.Terms.Where(term => term.Code.StartsWith("process/casting/", StringComparison.Ordinal));
        await grain.Put(
            Some.Admin,
            before with
            {
                Terms = [.. own[..3], merged, .. others, .. below],
            },
            before.Version,
            true
        );
    }

    private Task Midnight()
    {
        system.Time.Advance(TimeSpan.FromDays(1));
        return Task.CompletedTask;
    }

    private Firm SomeFirm() =>
        Some.Firm(("capabilities", SomeTags()), ("machineHours", Some.Number(chance.Next(1, 4) * 100))) with
        {
            Public = chance.Next(4) > 0,
            VerifiedOn = SomeDay(),
        };

    private Opportunity SomeNeed() =>
        Some.Need(("needs", SomeTags()), ("orderSize", Some.Number(chance.Next(1, 4) * 100))) with
        {
            Public = chance.Next(4) > 0,
            VerifiedOn = SomeDay(),
        };

    private TagsValue SomeTags() => Some.Tags([.. Codes.Where(_ => chance.Next(2) == 0).Order(StringComparer.Ordinal)]);

    // Around the day on which the machine hours (60 days) grow stale, so that midnights matter.
    private DateOnly? SomeDay() => chance.Next(4) == 0 ? null : Some.Today.AddDays(-62 + chance.Next(12));

    private T Pick<T>(IReadOnlyList<T> some) => some[chance.Next(some.Count)];

    private static async Task<T?> Find<T>(Func<Task<T>> get)
        where T : class
    {
        try
        {
            return await get();
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
