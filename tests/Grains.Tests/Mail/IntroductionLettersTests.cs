using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Mail;

public sealed class IntroductionLettersTests
{
    private static readonly Deadlines Deadlines = new(new(HolidayTable.BuiltIn), 3, 9, 21, 45);
    private static readonly IntroductionMoves Officer = new("officer@office", Some.Noon);

    [Fact]
    public void An_offer_asks_both_sides_each_with_a_link_of_its_own() =>
        Assert.Equal(
            [("consentAsked", "seeker@own", Side.Seeker), ("consentAsked", "counterpart@own", Side.Counterpart)],
            Of(Suggested, Offered).Select(letter => (letter.Template, letter.To, letter.Link!.Value))
        );

    [Fact]
    public void A_restart_asks_again_and_tells_of_no_withdrawal()
    {
        var expired = Officer.Expire(Consented(Offered, Side.Seeker));
        Assert.Equal(["consentAsked", "consentAsked"], Templates(expired, Officer.Restart(expired)));
    }

    [Fact]
    public void A_yes_is_confirmed_to_its_sender_with_a_link_to_withdraw_it()
    {
        var letter = Assert.Single(Of(Offered, Consented(Offered, Side.Counterpart)));
        Assert.Equal(
            ("consentGiven", "counterpart@own", Side.Counterpart),
            (letter.Template, letter.To, letter.Link!.Value)
        );
    }

    [Fact]
    public void The_second_yes_calls_the_officer() =>
        Assert.Equal(["bothAgreed", "consentGiven"], Templates(Consented(Offered, Side.Seeker), Agreed));

    [Fact]
    public void A_yes_taken_back_is_told_to_the_officer_alone() =>
        Assert.Equal(
            [("consentWithdrawn", "officer@office")],
            Of(Agreed, Officer.Withdraw(Agreed, Side.Seeker)).Select(letter => (letter.Template, letter.To))
        );

    [Theory]
    [InlineData(Side.Seeker, "counterpart@own")]
    [InlineData(Side.Counterpart, "seeker@own")]
    public void A_no_is_told_to_the_officer_and_without_its_reason_to_the_other_side(Side side, string other)
    {
        var letters = Of(Offered, Officer.Decline(Offered, side, "too far away"));
        Assert.Equal(
            [("declinedForOfficer", "officer@office"), ("declined", other)],
            letters.Select(letter => (letter.Template, letter.To))
        );
        Assert.All(
            letters,
            letter => Assert.DoesNotContain("too far away", RecordJson.Write(letter), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_offer_that_expires_is_told_to_the_officer_and_both_companies() =>
        Assert.Equal(
            ["officer@office", "seeker@own", "counterpart@own"],
            Of(Offered, Officer.Expire(Offered)).Select(letter => letter.To)
        );

    [Fact]
    public void A_reminder_goes_to_the_side_whose_turn_it_is_with_a_new_link()
    {
        var half = Consented(Offered, Side.Seeker);
        Assert.Equal(
            [("reminder", "counterpart@own", (Side?)Side.Counterpart)],
            Reminded(half, 10).Select(letter => (letter.Template, letter.To, letter.Link))
        );
        Assert.Equal(
            [("reminderForOfficer", "officer@office", (Side?)null)],
            Reminded(Agreed, 10).Select(letter => (letter.Template, letter.To, letter.Link))
        );
    }

    [Fact]
    public void At_the_last_deadline_the_officer_must_act_and_the_companies_are_told() =>
        Assert.Equal(
            ["lastReminder", "stillOpen", "stillOpen"],
            Reminded(Introduced, 100).Select(letter => letter.Template)
        );

    [Fact]
    public void After_the_introduction_each_side_reads_the_other_s_name_people_and_address()
    {
        var letters = Of(Agreed, Introduced);
        var toSeeker = RecordJson.Write(letters.Single(letter => letter.To == "seeker@own"));
        Assert.All(
            ["Counterpart Works", "Ms Chan, chan@own, 2345 6789", "5 Works Road"],
            fact => Assert.Contains(fact, toSeeker, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_meeting_invites_its_people_and_the_officer_and_again_when_it_changes()
    {
        var meeting = new Meeting(
            Some.Id(1),
            MeetingKind.SiteVisit,
            Some.Noon.AddDays(7),
            90,
            "5 Works Road",
            ["a@x", "b@y"]
        );
        var met = Officer.Meet(Introduced, meeting);
        Assert.Equal(["a@x", "b@y", "officer@office"], Of(Introduced, met).Select(letter => letter.To));
        var moved = Of(met, IntroductionMoves.Rebook(met, meeting with { Minutes = 60 }));
        Assert.All(moved, letter => Assert.Equal(("meetingChanged", 1), (letter.Template, letter.Meeting!.Revision)));
        Assert.Equal(3, moved.Length);
    }

    [Fact]
    public void An_end_before_the_exchange_of_details_sends_no_letter()
    {
        var expired = Officer.Expire(Offered);
        Assert.Empty(Of(expired, Officer.Conclude(expired, new(IntroductionOutcome.NotReachable))));
        Assert.Equal(
            ["concluded", "concluded"],
            Templates(Introduced, Officer.Conclude(Introduced, new(IntroductionOutcome.Landed)))
        );
    }

    [Fact]
    public void A_side_that_knows_nothing_of_a_suggestion_gets_no_letter() =>
        Assert.Empty(Reminded(Suggested with { Officer = null }, 100));

    [Fact]
    public void No_letter_before_the_release_holds_what_the_other_side_keeps_to_itself()
    {
        var half = Consented(Offered, Side.Counterpart);
        var expired = Officer.Expire(half);
        var letters = new[]
        {
            Of(Suggested, Offered),
            Of(Offered, half),
            Of(half, Agreed),
            Of(Agreed, Officer.Withdraw(Agreed, Side.Seeker)),
            Of(Offered, Officer.Decline(Offered, Side.Seeker, "why")),
            Of(Offered, Officer.Decline(Offered, Side.Counterpart, "why")),
            Of(half, expired),
            Of(expired, Officer.Restart(expired)),
            Reminded(Offered, 10),
            Reminded(Agreed, 100),
        }
            .SelectMany(some => some)
            .ToList();

        string[] ofSeeker = ["Seeker Robots", "enterprises/e1", "seeker@own", "Workshop", "secretly"];
        string[] ofCounterpart = ["Counterpart Works", "firms/f1", "counterpart@own", "chan@own"];
        Assert.All(letters.Where(letter => letter.To == "counterpart@own"), letter => Holds(letter, ofSeeker));
        Assert.All(letters.Where(letter => letter.To == "seeker@own"), letter => Holds(letter, ofCounterpart));
        Assert.All(
            letters.Where(letter => letter.To == "officer@office"),
            letter => Holds(letter, [.. ofSeeker, .. ofCounterpart])
        );
        Assert.Equal(3, letters.Select(letter => letter.To).Distinct().Count());

        static void Holds(Letter letter, string[] secrets) =>
            Assert.All(
                secrets,
                secret => Assert.DoesNotContain(secret, RecordJson.Write(letter), StringComparison.Ordinal)
            );
    }

    private static Introduction Suggested { get; } =
        new()
        {
            Id = Some.Id(7),
            Demand = "d1",
            DemandName = new("Workshop", "工場"),
            Match = "f1",
            MatchName = new("Counterpart Works"),
            Board = "partners",
            Officer = "officer@office",
            Seeker = new()
            {
                Party = "enterprises/e1",
                Name = new("Seeker Robots"),
                Alias = new("Harbour", "海港"),
            },
            Counterpart = new()
            {
                Party = "firms/f1",
                Name = new("Counterpart Works"),
                Alias = new("Lantern", "燈籠"),
            },
            CreatedAt = Some.Noon,
            MovedAt = Some.Noon,
            Inside = new(),
        };

    private static Introduction Offered { get; } =
        Officer.Offer(
            Suggested,
            Suggested.Seeker with
            {
                Mailbox = "seeker@own",
            },
            Suggested.Counterpart with
            {
                Mailbox = "counterpart@own",
            },
            "secretly"
        );

    private static Introduction Agreed { get; } = Consented(Consented(Offered, Side.Seeker), Side.Counterpart);

    private static Introduction Introduced { get; } =
        Officer.Introduce(
            Agreed,
            new(new("Seeker Robots"), null, [new("Mr Ho", "ho@own")]),
            new(new("Counterpart Works"), new("5 Works Road"), [new("Ms Chan", "chan@own", "2345 6789")])
        );

    private static Introduction Consented(Introduction introduction, Side side) =>
        new IntroductionMoves(introduction.On(side).Mailbox!, Some.Noon).Consent(
            introduction,
            side,
            ConsentWay.Mail,
            null,
            "a colleague"
        );

    private static ImmutableArray<Letter> Reminded(Introduction introduction, int days) =>
        Of(introduction, new IntroductionMoves("system", Some.Noon.AddDays(days)).Remind(introduction, Deadlines));

    private static IEnumerable<string> Templates(Introduction before, Introduction after) =>
        Of(before, after).Select(letter => letter.Template);

    private static ImmutableArray<Letter> Of(Introduction before, Introduction after) =>
        IntroductionLetters.Of(before, after, Some.Noon);
}
