using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Tests.Setup;
using SmtpServer.Protocol;

namespace Matchmaker.Grains.Tests.Mail;

public sealed class OutboxTests
{
    [Theory, OnBoth]
    public async Task A_letter_is_sent_once_and_its_time_is_stored(Store store)
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(store, server.Settings);
        var letter = await Put(system, "a@x.hk");

        await Eventually.Until(async () => (await Shown(system)).SentAt is not null);
        await system.Grains.Outbox().Wake();
        var mail = Assert.Single(server.Mails);
        Assert.Equal(($"{letter.Id}@matchmaker", "a@x.hk", "matchmaker@example.hk"), (mail.Id, mail.To, mail.From));
        Assert.Contains("Harbour", mail.Text, StringComparison.Ordinal);
        Assert.Equal(Some.Noon, (await Shown(system)).SentAt);
    }

    [Theory, OnBoth]
    public async Task While_the_server_is_down_letters_wait_and_go_out_when_it_is_up(Store store)
    {
        await using var server = new MailServer();
        await using var system = await TestSystem.On(store, server.Settings);
        await Put(system, "a@x.hk");
        await system.Grains.Outbox().Wake();
        Assert.Null((await Shown(system)).SentAt);

        server.Start();
        await Eventually.Until(
            async () => (await Shown(system)).SentAt is not null,
            nudge: () => system.Time.Advance(TimeSpan.FromSeconds(31))
        );
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_letter_that_waits_goes_out_after_a_restart()
    {
        using var place = await Place.On(Store.Sqlite);
        await using (var before = await TestSystem.On(place))
            await Put(before, "a@x.hk");

        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(place, server.Settings);
        await system.Grains.Outbox().Wake();
        await Eventually.Until(async () => (await Shown(system)).SentAt is not null);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_repeat_carries_the_same_message_id_and_the_same_link()
    {
        await using var server = MailServer.Started();
        server.Answers = count => count == 1 ? new(SmtpReplyCode.Aborted, "once more") : SmtpResponse.Ok;
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        await Put(system, "a@x.hk", Side.Seeker);
        await Eventually.Until(
            async () => (await Shown(system)).SentAt is not null,
            nudge: () => system.Time.Advance(TimeSpan.FromSeconds(31))
        );

        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Select(mail => (mail.Id, mail.Text)).Distinct());
    }

    [Fact]
    public async Task A_permanently_rejected_address_is_not_retried_and_delays_no_other_letter()
    {
        await using var server = MailServer.Started();
        server.Refuses = address => address == "gone@x.hk";
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        await Put(system, "gone@x.hk");
        await Put(system, "a@x.hk");
        await Eventually.Until(async () =>
            (await List(system)).All(letter => letter.SentAt is not null || letter.Failure is not null)
        );

        var gone = (await List(system)).Single(letter => letter.To == "gone@x.hk");
        Assert.Null(gone.SentAt);
        server.Refuses = _ => false;
        system.Time.Advance(TimeSpan.FromDays(1));
        await system.Grains.Outbox().Wake();
        Assert.Equal(["a@x.hk"], server.Mails.Select(mail => mail.To));
    }

    [Fact]
    public async Task Nothing_is_sent_to_invented_people_of_the_sample()
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        await Put(system, "ka-yan.chan@f7.sample");
        await Put(system, "officer@sample");
        await Put(system, "a@sample.hk");
        await Eventually.Until(async () =>
            (await List(system)).All(letter => letter.SentAt is not null || letter.Failure is not null)
        );

        var invented = (await List(system)).Single(letter => letter.To == "ka-yan.chan@f7.sample");
        Assert.Null(invented.SentAt);
        Assert.Contains("invented", invented.Failure, StringComparison.Ordinal);
        Assert.Equal(["a@sample.hk", "officer@sample"], server.Mails.Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task A_letter_that_cannot_be_rendered_delays_no_other_letter()
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        await Put(system, Letters.For("b@x.hk", "noSuchTemplate", Some.Noon.AddMinutes(-1)));
        await Put(system, "a@x.hk");
        await Eventually.Until(() => Task.FromResult(server.Mails.Count == 1));
        Assert.Equal("a@x.hk", server.Mails[0].To);
    }

    [Fact]
    public async Task After_three_days_of_trying_a_letter_is_given_up()
    {
        await using var server = MailServer.Started();
        server.Answers = _ => new(SmtpReplyCode.Aborted, "not now");
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        await Put(system, "a@x.hk");
        await Eventually.Until(() => Task.FromResult(server.Mails.Count == 1));
        Assert.Null((await Shown(system)).Failure);

        system.Time.Advance(TimeSpan.FromDays(3));
        await Eventually.Until(
            async () => (await Shown(system)).Failure is not null,
            nudge: () => system.Time.Advance(TimeSpan.FromSeconds(31))
        );
        Assert.Contains("not now", (await Shown(system)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_goes_out_with_its_calendar()
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        var meeting = new Meeting(Some.Id(1), MeetingKind.Meeting, Some.Noon.AddDays(3), 60, "Room 5", ["a@x.hk"]);
        await Put(
            system,
            Letters.For("a@x.hk", "meeting", Some.Noon, MeetingWords.Of(meeting)) with
            {
                Meeting = meeting,
            }
        );
        await Eventually.Until(() => Task.FromResult(server.Mails.Count == 1));

        var file = Assert.Single(server.Mails[0].Calendars);
        Assert.Equal(("REQUEST", meeting.At), (file.Method, file.Start));
    }

    [Theory, OnBoth]
    public async Task Without_a_server_letters_wait_and_officers_read_them_newest_first_without_their_links(Store store)
    {
        await using var system = await TestSystem.On(store);
        for (var i = 0; i < 5; i++)
            await Put(
                system,
                Letters.For($"{i}@x.hk", "consentAsked", Some.Noon.AddMinutes(i), Texts) with
                {
                    Introduction = Some.Id(9),
                    Link = Side.Seeker,
                }
            );

        var first = await system.Grains.Outbox().List(Some.Officer, null, 3);
        var rest = await system.Grains.Outbox().List(Some.Officer, first.Next, 3);
        Assert.Equal(
            ["4@x.hk", "3@x.hk", "2@x.hk", "1@x.hk", "0@x.hk"],
            first.Items.Concat(rest.Items).Select(letter => letter.To)
        );
        Assert.Null(rest.Next);
        Assert.All(first.Items, letter => Assert.Contains("/consent#token=…\n", letter.Text, StringComparison.Ordinal));
        Assert.Empty((await system.Grains.Outbox().List(Some.Person(), null, 3)).Items);
    }

    [Theory, OnBoth]
    public async Task Letters_of_a_project_reach_only_its_cleared_officers(Store store)
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(store, server.Settings);
        var id = Some.Id(1);
        await system.Grains.Enterprise(id).Put(Some.Officer, Some.Enterprise(isConfidential: true), null, false);
        await system
            .Grains.Account("second@office")
            .Put(Caller.System, new() { Id = "second@office", Role = Role.Officer }, null, []);
        var visibility = new Visibility(RecordKind.Letter, PartyId.Enterprise(id), false, ["officer@office"]);
        await Put(system, Letters.For("second@office", "bothAgreed", Some.Noon, Texts), visibility);
        await Put(system, Letters.For("seeker@own", "declined", Some.Noon, Texts), visibility);
        await Eventually.Until(async () =>
            (await List(system)).All(letter => letter.SentAt is not null || letter.Failure is not null)
        );

        Assert.Equal(["seeker@own"], server.Mails.Select(mail => mail.To));
        Assert.Equal(2, (await List(system)).Count);
        Assert.Empty((await system.Grains.Outbox().List(Some.OtherOfficer, null, 10)).Items);
    }

    [Fact]
    public async Task An_enterprise_that_becomes_confidential_hides_its_letters()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var id = Some.Id(1);
        await system.Grains.Enterprise(id).Put(Some.Officer, Some.Enterprise(), null, false);
        await Put(
            system,
            Letters.For("seeker@own", "declined", Some.Noon, Texts),
            new Visibility(RecordKind.Letter, PartyId.Enterprise(id), false)
        );
        Assert.Single((await system.Grains.Outbox().List(Some.OtherOfficer, null, 10)).Items);

        await system.Grains.Enterprise(id).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);
        Assert.Empty((await system.Grains.Outbox().List(Some.OtherOfficer, null, 10)).Items);
        Assert.Single(await List(system));
    }

    private static LetterText[] Texts { get; } =
    [Letters.Text("Harbour"), Letters.Text("Workshop"), Letters.Text("Partners"), Letters.Text("Lantern")];

    private static Task<Letter> Put(TestSystem system, string to, Side? link = null) =>
        Put(
            system,
            Letters.For(to, link is null ? "declined" : "consentAsked", Some.Noon, Texts) with
            {
                Introduction = Some.Id(9),
                Link = link,
            }
        );

    private static async Task<Letter> Put(TestSystem system, Letter letter, Visibility? visibility = null)
    {
        await system
            .Grains.Journal()
            .Commit([Letters.Write(letter, visibility ?? new(RecordKind.Letter, PartyId.Firm("f1"), false), null)]);
        await system.Grains.Outbox().Wake();
        return letter;
    }

    private static async Task<RenderedLetter> Shown(TestSystem system) => Assert.Single(await List(system));

    private static async Task<IReadOnlyList<RenderedLetter>> List(TestSystem system) =>
        (await system.Grains.Outbox().List(Some.Officer, null, 100)).Items;
}
