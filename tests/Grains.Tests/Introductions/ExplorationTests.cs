using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>
/// Every interleaving of two parties, an officer and the clock up to eight acts, on the pure introduction.
/// </summary>
public sealed class ExplorationTests
{
    private const int Depth = 8;

    private static readonly Deadlines Deadlines = new(new(HolidayTable.BuiltIn), 3, 9, 21, 45);

    private static readonly ImmutableArray<Step> Steps =
    [
        new(
            "offer",
            (introduction, moves) => moves.Offer(introduction, introduction.Seeker, introduction.Counterpart, null)
        ),
        new(
            "the seeker consents",
            (introduction, moves) => moves.Consent(introduction, Side.Seeker, ConsentWay.Account, null, "a colleague")
        ),
        new(
            "the counterpart consents",
            (introduction, moves) => moves.Consent(introduction, Side.Counterpart, ConsentWay.Mail, null, "a colleague")
        ),
        new("the seeker withdraws", (introduction, moves) => moves.Withdraw(introduction, Side.Seeker)),
        new("the counterpart withdraws", (introduction, moves) => moves.Withdraw(introduction, Side.Counterpart)),
        new("the seeker declines", (introduction, moves) => moves.Decline(introduction, Side.Seeker, null)),
        new("the counterpart declines", (introduction, moves) => moves.Decline(introduction, Side.Counterpart, "no")),
        new("introduce", (introduction, moves) => moves.Introduce(introduction, Told("seeker"), Told("counterpart"))),
        new(
            "meet",
            (introduction, moves) => moves.Meet(introduction, new("m", MeetingKind.Meeting, Some.Noon, 60, "Here", []))
        ),
        new("conclude", (introduction, moves) => moves.Conclude(introduction, new(IntroductionOutcome.NoFit))),
        new("restart", (introduction, moves) => moves.Restart(introduction)),
        new("the last deadline passes", (introduction, moves) => moves.Remind(introduction, Deadlines), AfterDays: 90),
    ];

    [Fact]
    public void No_path_releases_details_without_two_consents_that_stand_nor_twice()
    {
        var paths = 0;
        Explore(
            Fresh(),
            [],
            (path, before, step, after) =>
            {
                paths++;
                if (after.ReleasedAt == before.ReleasedAt)
                    return;
                Assert.True(step.Name == "introduce", PathText(path));
                Assert.True(
                    before
                        is {
                            ReleasedAt: null,
                            Seeker.Consent: not null,
                            Counterpart.Consent: not null,
                            State: IntroductionState.Agreed
                        },
                    PathText(path)
                );
                Assert.Equal(1, path.Count(name => name == "introduce"));
            }
        );
        Assert.True(paths > 1_000, $"only {paths} moves were looked at");
    }

    [Fact]
    public void A_side_never_reads_the_others_name_people_or_address_before_the_release() =>
        Explore(
            Fresh(),
            [],
            (path, _, _, after) =>
            {
                foreach (var side in Enum.GetValues<Side>())
                {
                    var view = RecordJson.Write(after.For(side));
                    if (after.ReleasedAt is null)
                        Assert.False(
                            view.Contains($"secret {side.Other()}", StringComparison.OrdinalIgnoreCase),
                            PathText(path)
                        );
                    Assert.DoesNotContain("inside", view, StringComparison.Ordinal);
                }
            }
        );

    [Fact]
    public void A_withdrawn_first_consent_leaves_no_trace() =>
        Explore(
            Fresh(),
            [],
            (path, before, step, after) =>
            {
                if (
                    !step.Name.EndsWith("withdraws", StringComparison.Ordinal)
                    || before.State is not IntroductionState.Offered
                )
                    return;
                var side = step.Name.Contains("seeker", StringComparison.Ordinal) ? Side.Seeker : Side.Counterpart;
                Assert.Null(after.On(side).Consent);
                Assert.DoesNotContain(
                    "\"consent\"",
                    RecordJson.Write(after.For(side.Other())),
                    StringComparison.Ordinal
                );
                // The other side sees and counts what it saw before: neither the yes nor its withdrawal was ever there.
                Assert.True(IntroductionView.Same(before.For(side.Other()), after.For(side.Other())), PathText(path));
                Assert.Equal(before.For(side.Other()).Version, after.For(side.Other()).Version);
            }
        );

    [Fact]
    public void One_sides_yes_shows_nothing_to_the_other() =>
        Explore(
            Fresh(),
            [],
            (path, before, step, after) =>
            {
                if (
                    !step.Name.EndsWith("consents", StringComparison.Ordinal)
                    || after.State is not IntroductionState.Offered
                )
                    return;
                var other = step.Name.Contains("seeker", StringComparison.Ordinal) ? Side.Counterpart : Side.Seeker;
                Assert.True(
                    IntroductionView.Same(before.For(other), after.For(other))
                        && before.For(other).Version == after.For(other).Version,
                    PathText(path)
                );
            }
        );

    [Fact]
    public void Old_consents_are_void_after_a_restart() =>
        Explore(
            Fresh(),
            [],
            (path, _, step, after) =>
                Assert.True(
                    step.Name != "restart" || after is { Seeker.Consent: null, Counterpart.Consent: null },
                    PathText(path)
                )
        );

    [Fact]
    public void A_state_follows_another_only_as_the_table_says() =>
        Explore(
            Fresh(),
            [],
            (path, before, _, after) =>
                Assert.True(
                    before.State == after.State || IntroductionTable.Next(before.State).Contains(after.State),
                    PathText(path)
                )
        );

    /// <summary>The table as introductions.md has it, row by row: who, from where, to where.</summary>
    [Fact]
    public void The_table_is_the_specs() =>
        Assert.Equal(
            [
                "agreed > declined by party",
                "agreed > introduced by officer",
                "agreed > offered by party",
                "expired > concluded by officer",
                "expired > offered by officer",
                "introduced > concluded by officer",
                "introduced > underway by officer",
                "offered > agreed by party",
                "offered > declined by party",
                "offered > expired by clock",
                "offered > offered by party",
                "suggested > concluded by officer",
                "suggested > offered by officer",
                "underway > concluded by officer",
            ],
            IntroductionTable
                .Rows.SelectMany(row =>
                    row.From.Select(from =>
                        $"{IntroductionTable.Code(from)} > {IntroductionTable.Code(row.To)} by {row.By.ToString().ToLowerInvariant()}"
                    )
                )
                .Order(StringComparer.Ordinal)
        );

    private static void Explore(
        Introduction introduction,
        ImmutableArray<string> path,
        Action<ImmutableArray<string>, Introduction, Step, Introduction> look,
        int days = 0
    )
    {
        if (path.Length == Depth)
            return;
        foreach (var step in Steps)
        {
            var at = days + 1 + step.AfterDays;
            Introduction after;
            try
            {
                after = IntroductionView.Settled(
                    introduction,
                    step.Act(introduction, new($"by {step.Name}", Some.Noon.AddDays(at))),
                    Deadlines
                );
            }
            catch (ConflictException refused)
            {
                Assert.NotNull(refused.Allowed);
                continue;
            }

            var longer = path.Add(step.Name);
            look(longer, introduction, step, after);
            if (after != introduction)
                Explore(after with { Version = introduction.Version + 1 }, longer, look, at);
        }
    }

    private static Introduction Fresh() =>
        IntroductionView.Settled(
            null,
            new()
            {
                Id = Some.Id(1),
                Version = 1,
                Board = "sites",
                Demand = "d1",
                Match = "b1/s1",
                AskedBy = Side.Seeker,
                CreatedAt = Some.Noon,
                MovedAt = Some.Noon,
                Seeker = Participant("seeker"),
                Counterpart = Participant("counterpart"),
            },
            Deadlines
        );

    private static Participant Participant(string side) =>
        new()
        {
            Party = $"secret {side} party",
            Name = new(Plain: $"secret {side}"),
            Mailbox = $"secret {side}@mail",
            Alias = new(Plain: "Quiet Heron"),
        };

    private static Details Told(string side) =>
        new(new(Plain: $"secret {side}"), null, [new(Email: $"secret {side}@mail")]);

    private static string PathText(ImmutableArray<string> path) => string.Join(", then ", path);

    private sealed record Step(string Name, Func<Introduction, IntroductionMoves, Introduction> Act, int AfterDays = 0);
}
