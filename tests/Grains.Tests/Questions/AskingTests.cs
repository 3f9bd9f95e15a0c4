using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Questions;

/// <summary>Facts that nobody states, asked of a building's owner because they settle somebody's matches.</summary>
public sealed class AskingTests
{
    [Theory, OnBoth]
    public async Task An_owner_is_asked_once_in_its_account_and_by_mail_and_the_answer_moves_the_list(Store store)
    {
        await using var system = await WithTower(store);
        var questions = system.Grains.Questions();
        Assert.Equal(
            [new DemandQuestion("b1", "headroom", 2, 2, Askable: true)],
            await questions.ListOf(Some.Person(), "d1")
        );

        var asked = await questions.Ask(Some.Person(), "b1", "headroom", "d1");

        Assert.Equal(new("building", "b1", "headroom", null, Some.Noon), asked);
        Assert.Equal([asked], await questions.List(Some.OwnerAgent()));
        var letter = Assert.Single(await Letters(system));
        Assert.Equal("one@owners", letter.To);
        Assert.Contains("Clear headroom", letter.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Workshop", letter.Text, StringComparison.Ordinal);
        Assert.False((await questions.ListOf(Some.Person(), "d1"))[0].Askable);

        // Another demand's people learn that it was asked, and cannot ask it again.
        await system.Grains.Demand("d2").Put(Some.Person("e2"), Wanted("enterprises/e2"), null, false);
        var again = await Assert.ThrowsAsync<ConflictException>(() =>
            questions.Ask(Some.Person("e2"), "b1", "headroom", "d2")
        );
        Assert.Equal("askedLately", again.Reason.Code);

        await system
            .Grains.Building("b1")
            .Put(Some.OwnerAgent(), Some.Building(values: [("headroom", Some.Number(5))]), 1, false);
        Assert.Empty(await questions.List(Some.OwnerAgent()));
        Assert.Empty(await questions.ListOf(Some.Person(), "d1"));
    }

    [Theory, OnBoth]
    public async Task After_thirty_days_it_may_be_asked_again(Store store)
    {
        await using var system = await WithTower(store);
        var questions = system.Grains.Questions();
        await questions.Ask(Some.Officer, "b1", "headroom", "d1");

        system.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ConflictException>(() => questions.Ask(Some.Officer, "b1", "headroom", "d1"));
        system.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await questions.ListOf(Some.Officer, "d1"))[0].Askable);
        await questions.Ask(Some.Officer, "b1", "headroom", "d1");

        Assert.Equal(2, (await Letters(system)).Count);
    }

    [Theory, OnBoth]
    public async Task Ten_who_ask_at_once_send_one_letter(Store store)
    {
        await using var system = await WithTower(store);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    try
                    {
                        await system.Grains.Questions().Ask(Some.Person(), "b1", "headroom", "d1");
                        return true;
                    }
                    catch (ConflictException)
                    {
                        return false;
                    }
                })
        );

        Assert.Single(outcomes, asked => asked);
        Assert.Single(await Letters(system));
    }

    [Fact]
    public async Task Nobody_asks_for_a_demand_that_is_not_theirs_or_for_what_it_does_not_lack()
    {
        await using var system = await WithTower(Store.Sqlite);
        var questions = system.Grains.Questions();
        foreach (var stranger in new[] { Some.Person("e2"), Some.OwnerAgent(), Some.Maker(), Caller.Anonymous })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => questions.ListOf(stranger, "d1"));
            await Assert.ThrowsAsync<NotFoundException>(() => questions.Ask(stranger, "b1", "headroom", "d1"));
        }

        foreach (var (record, attribute) in new[] { ("b1", "area"), ("b2", "headroom"), ("b1", "taste"), ("", "") })
            await Assert.ThrowsAsync<NotFoundException>(() => questions.Ask(Some.Person(), record, attribute, "d1"));
        await system.Grains.Demand("d3").Put(Some.Person(), Some.Seeks("partners"), null, false);
        await Assert.ThrowsAsync<InvalidException>(() => questions.ListOf(Some.Person(), "d3"));
        Assert.Empty(await Letters(system));
    }

    [Fact]
    public async Task A_building_without_an_owner_has_nobody_to_ask()
    {
        await using var system = await WithTower(Store.Sqlite, owner: null);
        Assert.False((await system.Grains.Questions().ListOf(Some.Person(), "d1"))[0].Askable);

        var refused = await Assert.ThrowsAsync<ConflictException>(() =>
            system.Grains.Questions().Ask(Some.Person(), "b1", "headroom", "d1")
        );

        Assert.Equal("noOwnerToAsk", refused.Reason.Code);
    }

    [Fact]
    public async Task Nothing_that_is_kept_or_sent_tells_which_confidential_project_asks()
    {
        await using var system = await WithTower(Store.Sqlite);
        var (project, demand) = (RecordIds.New(), RecordIds.New());
        await system.Grains.Enterprise(project).Put(Some.Officer, Some.Enterprise(isConfidential: true), null, false);
        await system.Grains.Demand(demand).Put(Some.Officer, Wanted($"enterprises/{project}"), null, false);

        await system.Grains.Questions().Ask(Some.Person(project), "b1", "headroom", demand);

        await using var connection = await system.Database.Open();
        var traces = (
            await connection.QueryAsync<string>(
                """
                SELECT j.actor || r.body FROM record r JOIN journal j ON j.sequence = r.sequence
                WHERE  r.kind IN ('asked', 'letter')
                """
            )
        ).AsList();
        Assert.NotEmpty(traces);
        Assert.All(
            traces,
            trace =>
            {
                Assert.DoesNotContain(project, trace, StringComparison.Ordinal);
                Assert.DoesNotContain(demand, trace, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_question_that_the_owner_dismissed_is_not_shown_again()
    {
        await using var system = await WithTower(Store.Sqlite);
        var questions = system.Grains.Questions();
        var asked = await questions.Ask(Some.Person(), "b1", "headroom", "d1");

        await questions.Dismiss(Some.OwnerAgent(), asked);

        Assert.Empty(await questions.List(Some.OwnerAgent()));
    }

    [Fact]
    public async Task A_question_about_spaces_that_the_office_holds_stays_open()
    {
        await using var system = await WithTower(Store.Sqlite);
        var asked = await system.Grains.Questions().Ask(Some.Person(), "b1", "headroom", "d1");
        foreach (var space in new[] { "s1", "s2" })
            await system.Grains.Holds().Hold(Some.Officer, new("b1", space), new("d1", Some.Today));

        Assert.Equal([asked], await system.Grains.Questions().List(Some.OwnerAgent()));
    }

    private static async Task<TestSystem> WithTower(Store store, string? owner = "owners/o1")
    {
        var system = await TestSystem.On(store);
        foreach (var enterprise in new[] { "e1", "e2" })
            await system.Grains.Enterprise(enterprise).Put(Some.Officer, Some.Enterprise(), null, false);
        await system.Grains.Owner("o1").Put(Some.Officer, new() { Name = new("Lee") }, null, false);
        var account = new Account
        {
            Id = "one@owners",
            Role = Role.Owner,
            Owner = "o1",
        };
        await system.Grains.Account(account.Id).Put(Caller.System, account, null, []);
        await system.Grains.Building("b1").Put(Some.Officer, Some.Building(owner: owner), null, false);
        foreach (var space in new[] { "s1", "s2" })
            await system
                .Grains.Building("b1")
                .PutSpace(Some.Officer, space, Some.Space(values: [("area", Some.Number(500))]), null, false);
        await system.Grains.Demand("d1").Put(Some.Person(), Wanted("enterprises/e1"), null, false);
        return system;
    }

    private static Contracts.Demands.Demand Wanted(string owner) =>
        Some.Demand(owner, Some.AtLeast("headroom", 4), Some.AtLeast("area", 300));

    private static async Task<IReadOnlyList<RenderedLetter>> Letters(TestSystem system) =>
        (await system.Grains.Outbox().List(Some.Officer, null, 100)).Items;
}
