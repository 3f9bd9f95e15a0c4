using System.Text.RegularExpressions;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Mail;

public sealed partial class ConsentLinkTests
{
    [Theory, OnBoth]
    public async Task Both_sides_agree_by_the_links_that_were_mailed_to_each(Store store)
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(store, server.Settings);
        var offered = await Brokering.Offered(system);
        var tokens = await Tokens(server, 2);
        var grain = system.Grains.Introduction(offered.Id);
        Assert.All(tokens.Values, token => Assert.Equal(offered.Id, ConsentTokens.IntroductionOf(token)));

        await grain.Answer(TokenHash.Of(tokens["seeker1@own"]), null, ConsentAnswer.Yes, null, null);
        await grain.Answer(TokenHash.Of(tokens["maker1@own"]), null, ConsentAnswer.Yes, null, null);
        Assert.Equal(IntroductionState.Agreed, (await grain.Get(Some.Officer)).State);
    }

    [Fact]
    public async Task A_link_answers_once_and_the_confirmation_s_link_takes_the_yes_back()
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        var grain = system.Grains.Introduction((await Brokering.Offered(system)).Id);
        var first = TokenHash.Of((await Tokens(server, 2))["seeker1@own"]);
        await grain.Answer(first, null, ConsentAnswer.Yes, null, null);
        await Assert.ThrowsAsync<NotFoundException>(() =>
            grain.Answer(first, null, ConsentAnswer.Withdraw, null, null)
        );

        var second = TokenHash.Of((await Tokens(server, 3))["seeker1@own"]);
        Assert.NotEqual(first, second);
        await grain.Answer(second, null, ConsentAnswer.Withdraw, null, null);
        Assert.Null((await grain.Get(Some.Officer)).Seeker.Consent);
    }

    [Fact]
    public async Task A_link_is_refused_while_somebody_else_is_signed_in_and_stays_valid()
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        var grain = system.Grains.Introduction((await Brokering.Offered(system)).Id);
        var link = TokenHash.Of((await Tokens(server, 2))["seeker1@own"]);
        foreach (
            var call in new Func<Task>[]
            {
                () => grain.Look(link, Some.Officer.Email),
                () => grain.Answer(link, "maker1@own", ConsentAnswer.Yes, null, null),
            }
        )
            Assert.Equal("signOutFirst", (await Assert.ThrowsAsync<ConflictException>(call)).Reason.Code);
        Assert.NotNull((await grain.Answer(link, "Seeker1@own", ConsentAnswer.Yes, null, null)).Seeker.Consent);
    }

    [Fact]
    public async Task A_reminder_replaces_the_link_and_no_link_is_valid_for_more_than_14_days()
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        var grain = system.Grains.Introduction((await Brokering.Offered(system)).Id);
        var old = TokenHash.Of((await Tokens(server, 2))["seeker1@own"]);
        system.Time.SetUtcNow(new(2026, 11, 27, 1, 0, 0, TimeSpan.Zero));
        await system.Grains.Clock().Tick();
        var fresh = TokenHash.Of((await Tokens(server, 4))["seeker1@own"]);

        await Assert.ThrowsAsync<NotFoundException>(() => grain.Look(old, null));
        Assert.Equal(IntroductionState.Offered, (await grain.Look(fresh, null)).State);
        system.Time.Advance(TimeSpan.FromDays(14));
        await Assert.ThrowsAsync<NotFoundException>(() => grain.Look(fresh, null));
    }

    [Fact]
    public async Task A_token_is_in_the_mail_alone_and_neither_kept_nor_shown()
    {
        await using var server = MailServer.Started();
        await using var system = await TestSystem.On(Store.Sqlite, server.Settings);
        await Brokering.Offered(system);
        var secrets = (await Tokens(server, 2)).Values.Select(token => token.Split('.')[2]).ToList();
        var shown = string.Concat(
            (await system.Grains.Outbox().List(Some.Officer, null, 10)).Items.Select(letter =>
                letter.Subject + letter.Text
            )
        );
        await using var connection = await system.Database.Open();
        var kept = string.Concat(
            await Dapper.SqlMapper.QueryAsync<string>(
                connection,
                "SELECT COALESCE(after, '') FROM journal UNION ALL SELECT COALESCE(body, '') FROM record"
            )
        );
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown + kept, StringComparison.Ordinal));
    }

    /// <summary>The last token that was mailed to each address, when that many mails are there.</summary>
    private static async Task<Dictionary<string, string>> Tokens(MailServer server, int mails)
    {
        await Eventually.Until(() => Task.FromResult(server.Mails.Count >= mails));
        return server
            .Mails.GroupBy(mail => mail.To)
            .ToDictionary(letters => letters.Key, letters => Token().Match(letters.Last().Text).Groups[1].Value);
    }

    [GeneratedRegex(@"/consent#token=(\S+)")]
    private static partial Regex Token();
}
