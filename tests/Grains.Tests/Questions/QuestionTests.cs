using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Questions;

public sealed class QuestionTests
{
    [Theory, OnBoth]
    public async Task The_owner_is_asked_once_when_a_fact_goes_stale(Store store)
    {
        await using var system = await TestSystem.On(store);
        var facts = ImmutableSortedDictionary<string, Fact>.Empty.Add(
            "leadTime",
            new(Some.Today.AddDays(-60), "Telephone")
        );
        var firm = Some.Firm(("leadTime", Some.Number(20)), ("employees", Some.Number(30))) with { Facts = facts };
        await system.Grains.Firm("f1").Put(Some.Officer, firm, null, true);
        var questions = system.Grains.Questions();
        Assert.Empty(await questions.List(Some.Maker()));

        system.Time.Advance(TimeSpan.FromDays(1));
        var asked = Assert.Single(await questions.List(Some.Maker()));
        Assert.Equal(
            ("firm", "f1", "leadTime", (DateOnly?)Some.Today.AddDays(-60)),
            (asked.Kind, asked.Id, asked.Attribute, asked.VerifiedOn)
        );
        system.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(asked.AskedAt, Assert.Single(await questions.List(Some.Maker())).AskedAt);

        // An answer is a new day on the fact.
        var seen = await system.Grains.Firm("f1").Get(Some.Maker());
        await system
            .Grains.Firm("f1")
            .Put(
                Some.Maker(),
                seen with
                {
                    Facts = facts.SetItem("leadTime", new(Some.Today.AddDays(1), "Ourselves")),
                },
                1,
                true
            );
        Assert.Empty(await questions.List(Some.Maker()));

        // Sixty-one days later the same fact is another question.
        system.Time.Advance(TimeSpan.FromDays(61));
        Assert.Equal(Some.Today.AddDays(1), Assert.Single(await questions.List(Some.Maker())).VerifiedOn);
    }

    [Theory, OnBoth]
    public async Task A_dismissed_question_does_not_come_back_and_strangers_are_not_asked(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system
            .Grains.Firm("f1")
            .Put(Some.Officer, Some.Firm(("employees", Some.Number(30))) with { VerifiedOn = null }, null, true);
        var questions = system.Grains.Questions();
        var asked = Assert.Single(await questions.List(Some.Maker()));
        foreach (var stranger in new[] { Some.Maker("f2"), Some.Officer, Caller.Anonymous })
        {
            Assert.Empty(await questions.List(stranger));
            await Assert.ThrowsAsync<NotFoundException>(() => questions.Dismiss(stranger, asked));
        }

        await questions.Dismiss(Some.Maker(), asked);

        Assert.Empty(await questions.List(Some.Maker()));
    }
}
