using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>
/// Every interleaving of what one dishonest officer can do: type mailboxes, invite accounts for both parties, answer
/// from all of them, vouch for each in every role, hand the card over and take it back. Vouches are recorded without
/// the checks of the routes, so that the rule alone has to hold.
/// </summary>
public sealed class DishonestOfficerTests
{
    private const int Depth = 7;
    private const string Dishonest = "dishonest@office";
    private const string Honest = "honest@office";

    private static readonly Deadlines Deadlines = new(new(HolidayTable.BuiltIn), 3, 9, 21, 45);

    private static readonly ImmutableArray<Step> OwnSteps =
    [
        new("offers with typed mailboxes", Offer),
        new("consents by the seeker's typed mailbox", world => Consent(world, Side.Seeker, "typed-seeker@mail")),
        new(
            "consents by the counterpart's typed mailbox",
            world => Consent(world, Side.Counterpart, "typed-counterpart@mail")
        ),
        new("consents by the seeker's invited account", world => Consent(world, Side.Seeker, "seeker@invited")),
        new(
            "consents by the counterpart's invited account",
            world => Consent(world, Side.Counterpart, "counterpart@invited")
        ),
        new("vouches for both mailboxes", world => Vouch(world, Dishonest)),
        new("invited accounts vouch for each other", VouchAmongInvited),
        new("hands the card over", world => Assign(world, Honest)),
        new("takes the card back", world => Assign(world, Dishonest)),
    ];

    [Fact]
    public void No_path_of_one_officer_reaches_agreed()
    {
        var paths = 0;
        Explore(
            World.Start,
            OwnSteps,
            [],
            (path, world) =>
            {
                paths++;
                Assert.True(world.Introduction.State is not IntroductionState.Agreed, string.Join(", then ", path));
            }
        );
        Assert.True(paths > 10_000, $"only {paths} paths were looked at");
    }

    [Fact]
    public void A_second_officer_s_word_makes_the_same_paths_reach_it()
    {
        var agreed = 0;
        ImmutableArray<Step> steps =
        [
            .. OwnSteps,
            new("a colleague vouches", world => Vouch(world, "colleague@office")),
        ];
        Explore(
            World.Start,
            steps,
            [],
            (path, world) =>
            {
                if (world.Introduction.State is not IntroductionState.Agreed)
                    return;
                agreed++;
                Assert.Contains("a colleague vouches", path);
            },
            depth: 5
        );
        Assert.True(agreed > 100, $"only {agreed} paths reached it");
    }

    private static void Explore(
        World world,
        ImmutableArray<Step> steps,
        ImmutableArray<string> path,
        Action<ImmutableArray<string>, World> look,
        int depth = Depth
    )
    {
        if (path.Length == depth)
            return;
        foreach (var step in steps)
        {
            World after;
            try
            {
                after = Recount(step.Act(world));
            }
            catch (Contracts.Records.ConflictException)
            {
                continue;
            }

            if (after == world)
                continue;
            var longer = path.Add(step.Name);
            look(longer, after);
            Explore(after, steps, longer, look, depth);
        }
    }

    private static IntroductionMoves By(string who) => new(who, Some.Noon);

    private static World Offer(World world) =>
        world.With(
            By(Dishonest)
                .Offer(
                    world.Introduction,
                    world.Introduction.Seeker with
                    {
                        Mailbox = "typed-seeker@mail",
                        MailboxBy = Dishonest,
                    },
                    world.Introduction.Counterpart with
                    {
                        Mailbox = "typed-counterpart@mail",
                        MailboxBy = Dishonest,
                    },
                    null
                )
        );

    private static World Assign(World world, string officer) =>
        world.With(By(Dishonest).Assign(world.Introduction, officer));

    private static World Consent(World world, Side side, string mailbox) =>
        world.With(
            By(mailbox).Consent(world.Introduction, side, ConsentWay.Mail, null, VoucherOf(world, side, mailbox))
        );

    private static World Vouch(World world, string by)
    {
        var introduction = world.Introduction;
        foreach (var side in Enum.GetValues<Side>())
            introduction = By(by).VouchForMailbox(introduction, side, VoucherRole.Office);
        return world.With(introduction) with
        {
            Accounts = [.. world.Accounts.Select(account => Vouched(account, new(by, VoucherRole.Office, Some.Noon)))],
        };
    }

    // A party's word counts only from an account that is vouched for itself; the grain asks for that.
    private static World VouchAmongInvited(World world) =>
        world with
        {
            Accounts =
            [
                .. world.Accounts.Select(account =>
                    world
                        .Accounts.Where(other =>
                            other != account
                            && other.Party == account.Party
                            && VouchRules.VoucherOf(other, IntroductionView.BrokersOf(world.Introduction)) is not null
                        )
                        .Aggregate(
                            account,
                            (known, other) => Vouched(known, new(other.Id, VoucherRole.Party, Some.Noon))
                        )
                ),
            ],
        };

    private static Account Vouched(Account account, Vouch vouch) =>
        (account.Vouches ?? []).Any(known => known.By == vouch.By)
            ? account
            : account with
            {
                Vouches = (account.Vouches ?? []).Add(vouch),
            };

    private static World Recount(World world)
    {
        var introduction = world.Introduction;
        foreach (var side in Enum.GetValues<Side>())
        {
            if (introduction.On(side).Consent is { } consent && VoucherOf(world, side, consent.By) is { } voucher)
                introduction = By("system").CountConsent(introduction, side, voucher);
        }

        return introduction == world.Introduction ? world : world.With(introduction);
    }

    private static string? VoucherOf(World world, Side side, string mailbox)
    {
        var (on, brokers) = (world.Introduction.On(side), IntroductionView.BrokersOf(world.Introduction));
        return world.Accounts.FirstOrDefault(account => account.Id == mailbox && $"{account.Party}" == on.Party)
                is { } account
                ? VouchRules.VoucherOf(account, brokers)
            : on.Mailbox == mailbox ? VouchRules.VoucherOf(on.MailboxVouches ?? [], on.MailboxBy, brokers)
            : null;
    }

    private sealed record Step(string Name, Func<World, World> Act);

    private sealed record World(Introduction Introduction, ImmutableArray<Account> Accounts)
    {
        public static World Start { get; } =
            new(
                IntroductionView.Settled(
                    null,
                    new()
                    {
                        Id = Some.Id(1),
                        Board = "sites",
                        Demand = "d1",
                        Match = "b1/s1",
                        Officer = Dishonest,
                        CreatedAt = Some.Noon,
                        MovedAt = Some.Noon,
                        Seeker = new() { Party = "enterprises/e1", Alias = new(Plain: "Quiet Heron") },
                        Counterpart = new() { Party = "owners/o1", Alias = new(Plain: "Calm Otter") },
                    },
                    Deadlines
                ),
                [
                    Invited("seeker@invited", Role.Enterprise),
                    Invited("second-seeker@invited", Role.Enterprise),
                    Invited("counterpart@invited", Role.Owner),
                    Invited("second-counterpart@invited", Role.Owner),
                ]
            );

        public World With(Introduction introduction) =>
            introduction == Introduction
                ? this
                : this with
                {
                    Introduction = IntroductionView.Settled(Introduction, introduction, Deadlines),
                };

        private static Account Invited(string email, Role role) =>
            new()
            {
                Id = email,
                Role = role,
                Enterprise = role is Role.Enterprise ? "e1" : null,
                Owner = role is Role.Owner ? "o1" : null,
                InvitedBy = Dishonest,
            };
    }
}
