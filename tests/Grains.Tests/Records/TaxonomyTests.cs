using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Grains.Tests.Live;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Grains.Tests.Records;

public sealed class TaxonomyTests
{
    private static ITaxonomyGrain Certifications(TestSystem system) => system.Grains.Taxonomy("certifications");

    [Theory, OnBoth]
    public async Task A_renamed_code_keeps_its_matches_and_its_old_name(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Begin(system);
        var before = await Certifications(system).Get(Some.Admin);
        Assert.Equal(0, before.Version);
        var hub = await Listening(system);

        var after = await Certifications(system).Put(Some.Admin, Moved(before, "iso-13485", "medical-qms"), 0, true);

        Assert.Equal(1, after.Record.Version);
        var match = Assert.Single((await system.Grains.Index("partners").Matches(Some.Officer, "d1", 10)).Matches);
        Assert.Equal(Some.Tags("medical-qms"), match.Parts[0].Actual);
        var told = Assert.Single(await hub.Take(atLeast: 2), message => message.Audience is Audience.Office);
        Assert.Equal(MatchEventKind.Changed, Assert.Single(told.Events).Kind);
        Assert.Equal(
            1,
            (
                await system
                    .Grains.Index("partners")
                    .Match(Some.Officer, new([Some.Covers("certifications", "iso-13485")]))
            ).Count
        );
        Assert.Equal(
            1,
            (
                await system
                    .Grains.Index("partners")
                    .Match(Some.Officer, new([Some.Covers("certifications", "medical-qms")]))
            ).Count
        );
        Assert.Equal(
            Some.Tags("iso-13485"),
            (await system.Grains.Firm("f1").Get(Some.Officer)).Values["certifications"]
        );
    }

    [Theory, OnBoth]
    public async Task A_merge_of_codes_that_moves_matches_raises_events(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Begin(system);
        var before = await Certifications(system).Get(Some.Admin);
        var listed = (
            await Certifications(system)
                .Put(Some.Admin, before with { Terms = [.. before.Terms, Term("old-medical")] }, 0, true)
        ).Record;
        await system
            .Grains.Firm("f2")
            .Put(Some.Officer, Some.Firm(("certifications", Some.Tags("old-medical"))), null, true);
        var hub = await Listening(system);

        await Certifications(system)
            .Put(
                Some.Admin,
                listed with
                {
                    Terms = [.. listed.Terms[..^1], Term("old-medical") with { MovedTo = "iso-13485" }],
                },
                1,
                true
            );

        var told = Assert.Single(await hub.Take(atLeast: 2), message => message.Audience is Audience.Office);
        Assert.Equal(
            (MatchEventKind.Appeared, "f2"),
            Assert.Single(told.Events.Select(match => (match.Kind, match.Id)))
        );
    }

    [Theory, OnBoth]
    public async Task No_code_is_removed_and_every_redirect_has_a_target(Store store)
    {
        await using var system = await TestSystem.On(store);
        var list = await Certifications(system).Get(Caller.Anonymous);

        await AssertRefused("termMissing", list.Terms.RemoveAt(0));
        await AssertRefused("termTwice", list.Terms.Add(list.Terms[0]));
        await AssertRefused("termParent", list.Terms.Add(Term("nowhere/below")));
        await AssertRefused("termCircle", list.Terms.Add(Term("a") with { MovedTo = "a/b" }));
        await AssertRefused("termTarget", list.Terms.Add(Term("a") with { MovedTo = "nowhere" }));
        await AssertRefused("required", list.Terms.Add(Term("a") with { Label = new("A") }));
        await Assert.ThrowsAsync<ForbiddenException>(() => Certifications(system).Put(Some.Officer, list, 0, true));
        await Assert.ThrowsAsync<VersionException>(() => Certifications(system).Put(Some.Admin, list, null, true));
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Taxonomy("flavours").Get(Some.Admin));

        async Task AssertRefused(string code, System.Collections.Immutable.ImmutableArray<Term> terms)
        {
            var refused = await Assert.ThrowsAsync<InvalidException>(() =>
                Certifications(system).Put(Some.Admin, list with { Terms = terms }, 0, true)
            );
            Assert.Contains(refused.Errors, error => error.Code == code);
        }
    }

    private static async Task Begin(TestSystem system)
    {
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        await system
            .Grains.Firm("f1")
            .Put(Some.Officer, Some.Firm(("certifications", Some.Tags("iso-13485"))), null, true);
        await system
            .Grains.Demand("d1")
            .Put(Some.Person(), Some.Seeks("partners", Some.Covers("certifications", "iso-13485")), null, true);
    }

    private static async Task<Hub> Listening(TestSystem system)
    {
        var hub = new Hub();
        await system.Grains.Live().Subscribe(system.Grains.CreateObjectReference<ILiveObserver>(hub));
        return hub;
    }

    private static TaxonomyRevision Moved(TaxonomyRevision list, string from, string to) =>
        list with
        {
            Terms = [.. list.Terms.Select(term => term.Code == from ? term with { MovedTo = to } : term), Term(to)],
        };

    private static Term Term(string code) => new() { Code = code, Label = new(code, code, code) };
}
