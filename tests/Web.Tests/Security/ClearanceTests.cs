using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Security;

/// <summary>Who of the office may know of a confidential project, and what ends with it.</summary>
public sealed class ClearanceTests(Site site, OfficeScene scene) : IClassFixture<OfficeScene>
{
    [Fact]
    public async Task An_officer_who_is_taken_off_the_list_finds_nothing_at_once_and_hears_nothing_more()
    {
        using var officer = await site.As("officer");
        var project = (string)
            (await officer.Send("POST", "/api/enterprises", """{"name":"Hush","confidential":true}""").Json())["id"]!;
        var demand = (string)
            (
                await officer
                    .Send(
                        "POST",
                        "/api/demands",
                        $$"""{"board":"sites","owner":"enterprises/{{project}}","notifyAbove":0,"criteria":[]}"""
                    )
                    .Json()
            )["id"]!;
        var (second, email, token) = await site.Newcomer();
        await Clear(officer, project, "officer@sample", email);
        var introduction = (string)
            (
                await officer
                    .Send(
                        "POST",
                        "/api/introductions",
                        $$"""{"demand":"{{demand}}","match":"{{scene.Fill("<space>")}}"}"""
                    )
                    .Json()
            )["id"]!;

        await using var desk = site.Hub(token);
        await using var list = site.Hub(token);
        var (cards, matches, closed) = (
            Introductions.DeskLiveTests.Listen(desk, "Desk"),
            0,
            new TaskCompletionSource()
        );
        list.On<string, JsonElement>("Matches", (_, _) => Interlocked.Increment(ref matches));
        list.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await desk.StartAsync();
        await list.StartAsync();
        var board = await desk.InvokeAsync<JsonElement>("WatchDesk", null);
        Assert.Contains(introduction, board.GetRawText(), StringComparison.Ordinal);
        await list.InvokeAsync<JsonElement>("Watch", demand, null);
        string[] paths =
        [
            $"/api/introductions/{introduction}",
            $"/api/demands/{demand}",
            $"/api/demands/{demand}/matches",
            $"/api/enterprises/{project}",
            $"/api/enterprises/{project}/clearance",
        ];
        foreach (var path in paths)
            Assert.Equal((path, 200), (path, await second.Send("GET", path).Status()));

        await Clear(officer, project, "officer@sample");
        foreach (var path in paths)
            Assert.Equal((path, 404), (path, await second.Send("GET", path).Status()));
        await closed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Introductions.DeskLiveTests.Until(
            () => Task.FromResult(cards.Any(card => (string?)JsonNode.Parse(card)!["gone"] == introduction)),
            () => string.Join('\n', cards)
        );
        // Of the project's leads they are told once more, that each is gone.
        await Introductions.DeskLiveTests.Until(
            () => Task.FromResult(Leads(board, cards, demand).Count == 0),
            () => string.Join('\n', cards)
        );
        var (known, heard) = (cards.Count, matches);

        // What happens now is not theirs; what happens after it is, and comes with the next number.
        await officer
            .Send(
                "POST",
                $"/api/introductions/{introduction}/offer",
                """{"override":"Known.","seekerMailbox":"a@hush.example"}""",
                "\"1\""
            )
            .Json();
        await officer
            .Send(
                "PUT",
                $"/api/demands/{demand}",
                $$"""{"board":"sites","owner":"enterprises/{{project}}","notifyAbove":0,"name":"whispered","criteria":[]}""",
                "\"1\""
            )
            .Json();
        var marker = await Story.At(site, "suggested");
        await Introductions.DeskLiveTests.Until(
            () => Task.FromResult(cards.Any(card => card.Contains(marker.Id, StringComparison.Ordinal))),
            () => string.Join('\n', cards)
        );
        var later = string.Concat(cards.Skip(known));
        foreach (var secret in new[] { introduction, demand, project, "whispered" })
            Assert.DoesNotContain(secret, later, StringComparison.Ordinal);
        Assert.Equal(heard, matches);
        var numbers = cards.Select(card => (long)JsonNode.Parse(card)!["sequence"]!).ToList();
        Assert.Equal(Enumerable.Range(0, numbers.Count).Select(i => numbers[0] + i), numbers);
        await using var again = site.Hub(token);
        await again.StartAsync();
        await Assert.ThrowsAsync<HubException>(() => again.InvokeAsync<JsonElement>("Watch", demand, null));
        second.Dispose();
    }

    [Fact]
    public async Task A_clearance_list_names_officers_alone_and_is_never_empty()
    {
        using var officer = await site.As("officer");
        var path = scene.Fill("/api/enterprises/<project>/clearance");
        var tag = $"\"{(await officer.Send("GET", path).Json())["version"]}\"";
        foreach (
            var (body, field) in new[]
            {
                ("{}", "officers"),
                ("""{"officers":[]}""", "officers"),
                ("""{"officers":["officer@sample","firm@sample"]}""", "officers[1]"),
                ("""{"officers":["nobody@x.hk"]}""", "officers[0]"),
                ("""{"officers":[7]}""", "officers[0]"),
            }
        )
        {
            using var refused = await officer.Send("PUT", path, body, tag);
            Assert.Equal((body, 422), (body, (int)refused.StatusCode));
            Assert.Equal(field, Assert.Single((await refused.Json())["errors"]!.AsObject()).Key);
        }

        Assert.Equal(412, await officer.Send("PUT", path, """{"officers":["officer@sample"]}""", "\"77\"").Status());
    }

    [Fact]
    public async Task The_accounts_of_a_project_and_interests_in_it_tell_an_uncleared_admin_nothing()
    {
        using var officer = await site.As("officer");
        using var admin = await site.As("admin");
        var (project, person) = (scene.Fill("<project>"), $"{Asking.Fresh("person")}@x.hk");
        await officer
            .Send(
                "POST",
                "/api/invitations",
                $$"""{"email":"{{person}}","role":"enterprise","enterprise":"{{project}}"}"""
            )
            .Json();
        using var guest = await site.As("anonymous");
        await guest
            .Send(
                "POST",
                "/api/invitations/accept",
                $$"""{"token":"{{await site.Mail.Token(person)}}","password":"{{WebProcess.Password}}"}"""
            )
            .Json();

        foreach (var method in new[] { "GET", "PUT", "DELETE" })
        {
            var body = method == "PUT" ? """{"role":"officer"}""" : null;
            Assert.Equal(
                await AccessTests.Trace(admin, method, "/api/accounts/nobody@x.hk", body),
                await AccessTests.Trace(admin, method, $"/api/accounts/{person}", body)
            );
        }

        foreach (
            var list in new[]
            {
                "/api/accounts?limit=500",
                $"/api/accounts?q={person}",
                "/api/changes?limit=500",
                $"/api/journal?of=enterprises/{project}",
                "/api/journal?of=owners/o2&limit=500",
            }
        )
        {
            var text = await admin.GetStringAsync(list);
            Assert.DoesNotContain(person, text, StringComparison.Ordinal);
            Assert.DoesNotContain(project, text, StringComparison.Ordinal);
        }

        // All officers read declared interests, so one in a project is refused to those who know of it, and means
        // nothing from others.
        var (stranger, email, _) = await site.Newcomer();
        var interest = $$"""{"interests":["enterprises/{{project}}"]}""";
        await stranger.Send("PUT", $"/api/officers/{email}", interest).Json();
        using var own = await officer.Send("GET", "/api/officers/officer@sample");
        var tag = (string?)(await own.Json())["version"]?.ToString() is { } version and not "0"
            ? $"\"{version}\""
            : null;
        Assert.Equal(422, await officer.Send("PUT", "/api/officers/officer@sample", interest, tag).Status());
        stranger.Dispose();
    }

    [Fact]
    public async Task An_enterprise_that_has_introductions_and_accounts_can_be_marked_confidential_and_they_go_with_it()
    {
        using var officer = await site.As("officer");
        using var admin = await site.As("admin");
        var party = (string)(await officer.Send("POST", "/api/enterprises", """{"name":"Soon hush"}""").Json())["id"]!;
        var (_, person, _) = await site.Newcomer($"\"role\":\"enterprise\",\"enterprise\":\"{party}\"");
        var demand = (string)
            (
                await officer
                    .Send(
                        "POST",
                        "/api/demands",
                        $$"""{"board":"sites","owner":"enterprises/{{party}}","criteria":[]}"""
                    )
                    .Json()
            )["id"]!;
        var introduction = (string)
            (
                await officer
                    .Send(
                        "POST",
                        "/api/introductions",
                        $$"""{"demand":"{{demand}}","match":"{{scene.Fill("<space>")}}"}"""
                    )
                    .Json()
            )["id"]!;
        string[] paths =
        [
            $"/api/enterprises/{party}",
            $"/api/demands/{demand}",
            $"/api/introductions/{introduction}",
            $"/api/accounts/{person}",
        ];
        foreach (var path in paths)
            Assert.Equal((path, 200), (path, await admin.Send("GET", path).Status()));
        await officer
            .Send("PUT", $"/api/enterprises/{party}", """{"name":"Soon hush","confidential":true}""", "\"1\"")
            .Json();
        foreach (var path in paths)
            Assert.Equal((path, 404), (path, await admin.Send("GET", path).Status()));
        Assert.DoesNotContain(introduction, await admin.GetStringAsync("/api/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            party,
            await admin.GetStringAsync("/api/journal?of=owners/o2&limit=500"),
            StringComparison.Ordinal
        );
        Assert.Equal(200, await officer.Send("GET", $"/api/introductions/{introduction}").Status());
    }

    // The keys of a demand's leads that an officer was told of and that are not gone.
    private static HashSet<string> Leads(JsonElement board, IEnumerable<string> cards, string demand)
    {
        var leads = board
            .GetProperty("leads")
            .EnumerateArray()
            .Where(lead => lead.GetProperty("demand").GetString() == demand)
            .Select(lead => lead.GetProperty("key").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var card in cards.Select(text => JsonNode.Parse(text)!))
        {
            if (card["lead"] is { } lead && (string)lead["demand"]! == demand)
                leads.Add((string)lead["key"]!);
            else if (card["leadGone"] is { } gone)
                leads.Remove((string)gone!);
        }

        return leads;
    }

    private static async Task Clear(HttpClient officer, string project, params string[] officers)
    {
        var path = $"/api/enterprises/{project}/clearance";
        var tag = $"\"{(await officer.Send("GET", path).Json())["version"]}\"";
        await officer
            .Send("PUT", path, $$"""{"officers":[{{string.Join(',', officers.Select(id => $"\"{id}\""))}}]}""", tag)
            .Json();
    }
}
