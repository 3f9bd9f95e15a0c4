using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Introductions;

/// <summary>
/// The desk on the hub: every reader's numbers are without gaps, and whatever gets lost, a reader ends with a fresh
/// board.
/// </summary>
public sealed class DeskLiveTests(Site site)
{
    private static readonly string[] Parts = ["introductions", "leads", "officers", "presence"];

    [Theory]
    [InlineData("officer", 3)]
    [InlineData("enterprise", 4)]
    [InlineData("owner", 5)]
    public async Task A_reader_that_loses_messages_ends_with_the_same_board_as_a_fresh_reader(string role, int seed)
    {
        var chance = new Random(seed);
        var (token, own) = (await site.Token($"{role}@sample"), new HashSet<string>());
        await using var desk = await Desk.Open(site, token, chance);
        for (var i = 0; i < 4; i++)
        {
            var story = await Story.Begin(site);
            await story.Suggest(chance.Next(2) == 0 ? "officer" : "enterprise");
            own.Add(story.Id);
            foreach (var state in Story.Way.Skip(1))
            {
                await story.Next(state);
                if (chance.Next(4) == 0)
                    await desk.Reconnect(site, token);
            }
        }

        await using var fresh = await Desk.Open(site, token, new(0));
        await Until(
            async () =>
            {
                await desk.CatchUp();
                return own.All(id => desk.Cards.GetValueOrDefault(id) == fresh.Cards.GetValueOrDefault(id));
            },
            () =>
                string.Join(
                    '\n',
                    own.Select(id => $"{desk.Cards.GetValueOrDefault(id)}\n{fresh.Cards.GetValueOrDefault(id)}")
                )
        );
        Assert.All(own, id => Assert.Contains("\"state\":\"concluded\"", desk.Cards[id], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_party_is_told_of_what_it_sees_change_and_by_whom_and_its_numbers_hide_the_rest()
    {
        var (firm, email, token) = await site.Newcomer("\"role\":\"owner\",\"owner\":\"o1\"");
        await using var hub = site.Hub(token);
        var heard = Listen(hub, "Introduction");
        await hub.StartAsync();
        var story = await Story.Begin(site);
        var before = (await hub.InvokeAsync<JsonElement>("WatchDesk", null)).GetProperty("sequence").GetInt64();

        await story.Suggest("enterprise");
        await story.Done("officer", "assign", """{"officer":"admin@sample"}""");
        await story.Done("officer", "offer");
        await story.Done("enterprise", "consent");
        await story.Done("owner", "consent");
        await Until(() => Task.FromResult(Of(heard, story.Id).Count >= 2), () => string.Join('\n', heard));
        var told = Of(heard, story.Id);
        Assert.Equal(
            "offered office, agreed you",
            string.Join(", ", told.Select(node => $"{(string)node["introduction"]!["state"]!} {(string)node["by"]!}"))
        );
        Assert.DoesNotContain("enterprise@sample", string.Concat(heard), StringComparison.Ordinal);
        var numbers = heard.Select(text => (long)JsonNode.Parse(text)!["sequence"]!).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(i => before + i), numbers);
        Assert.Equal(
            2,
            (await hub.InvokeAsync<JsonElement>("WatchDesk", before))
                .GetProperty("events")
                .EnumerateArray()
                .Count(node => node.GetRawText().Contains(story.Id, StringComparison.Ordinal))
        );
        Assert.EndsWith("@x.hk", email, StringComparison.Ordinal);
        firm.Dispose();
    }

    [Fact]
    public async Task A_number_that_the_desk_does_not_know_gets_the_whole_board_and_one_without_a_desk_none()
    {
        await using var hub = site.Hub(await site.Token("officer@sample"));
        await hub.StartAsync();
        var whole = await hub.InvokeAsync<JsonElement>("WatchDesk", null);
        var last = whole.GetProperty("sequence").GetInt64();
        Assert.All(Parts, part => Assert.True(whole.TryGetProperty(part, out _), part));
        foreach (var unknown in new[] { last + 1_000, -1 })
            Assert.True(
                (await hub.InvokeAsync<JsonElement>("WatchDesk", unknown)).TryGetProperty("introductions", out _)
            );
        var since = await hub.InvokeAsync<JsonElement>(
            "WatchDesk",
            (await hub.InvokeAsync<JsonElement>("WatchDesk", null)).GetProperty("sequence").GetInt64()
        );
        Assert.True(since.TryGetProperty("events", out _));
        Assert.False(since.TryGetProperty("introductions", out _));
    }

    [Fact]
    public async Task Officers_see_who_looks_at_a_card_until_they_look_away_or_go_and_parties_see_nothing_of_it()
    {
        var story = await Story.At(site, "offered");
        var (_, email, token) = await site.Newcomer();
        await using var watcher = site.Hub(await site.Token("officer@sample"));
        await using var party = site.Hub(await site.Token("enterprise@sample"));
        var (presence, parties) = (Listen(watcher, "Presence"), Listen(party, "Presence"));
        await watcher.StartAsync();
        await watcher.InvokeAsync<JsonElement>("WatchDesk", null);
        await party.StartAsync();
        await party.InvokeAsync<JsonElement>("WatchDesk", null);
        var looker = site.Hub(token);
        await looker.StartAsync();

        await looker.InvokeAsync("Look", story.Id);
        await Seen(true);
        await looker.InvokeAsync("Look", (object?)null);
        await Seen(false);
        await looker.InvokeAsync("Look", story.Id);
        await Seen(true);
        var board = await watcher.InvokeAsync<JsonElement>("WatchDesk", null);
        Assert.Contains(email, board.GetProperty("presence").GetRawText(), StringComparison.Ordinal);
        await looker.DisposeAsync();
        await Seen(false);
        await party.InvokeAsync("Look", story.Id);
        Assert.Empty(parties);

        Task Seen(bool isThere) =>
            Until(
                () =>
                    Task.FromResult(
                        presence.LastOrDefault() is { } last
                            && last.Contains(email, StringComparison.Ordinal) == isThere
                    ),
                () => string.Join('\n', presence)
            );
    }

    /// <summary>What a connection is told, as JSON.</summary>
    internal static ConcurrentQueue<string> Listen(HubConnection hub, string name)
    {
        var heard = new ConcurrentQueue<string>();
        hub.On<JsonElement>(name, node => heard.Enqueue(node.GetRawText()));
        return heard;
    }

    /// <param name="seen">What the failure shows when the condition does not come to hold.</param>
    internal static async Task Until(Func<Task<bool>> holds, Func<string> seen)
    {
        try
        {
            await Eventually.Until(holds);
        }
        catch (TimeoutException)
        {
            Assert.Fail(seen());
        }
    }

    private static List<JsonNode> Of(IEnumerable<string> heard, string id) =>
        [.. heard.Select(text => JsonNode.Parse(text)!).Where(node => (string?)node["introduction"]?["id"] == id)];

    /// <summary>
    /// Holds a board by the rules of the hub, over a line that drops some messages and repeats others.
    /// </summary>
    private sealed class Desk(Random chance) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<JsonElement> _arrived = new();
        private HubConnection? _hub;
        private long _last;

        public Dictionary<string, string> Cards { get; } = new(StringComparer.Ordinal);

        public static async Task<Desk> Open(Site site, string token, Random chance)
        {
            var desk = new Desk(chance);
            await desk.Connect(site, token, null);
            return desk;
        }

        public async Task Reconnect(Site site, string token)
        {
            await _hub!.DisposeAsync();
            await Connect(site, token, _last);
        }

        public async Task CatchUp()
        {
            while (_arrived.TryDequeue(out var node))
            {
                var number = node.GetProperty("sequence").GetInt64();
                if (number <= _last || chance.Next(8) == 0)
                    continue;
                if (number > _last + 1)
                    await Ask(_last);
                else
                    Take(node);
            }

            await Ask(_last);
        }

        public ValueTask DisposeAsync() => _hub!.DisposeAsync();

        private async Task Connect(Site site, string token, long? after)
        {
            _hub = site.Hub(token);
            foreach (var name in new[] { "Desk", "Introduction" })
                _hub.On<JsonElement>(name, _arrived.Enqueue);
            await _hub.StartAsync();
            await Ask(after);
        }

        private async Task Ask(long? after)
        {
            var answer = await _hub!.InvokeAsync<JsonElement>("WatchDesk", after);
            if (answer.TryGetProperty("introductions", out var all))
            {
                Cards.Clear();
                foreach (var card in all.EnumerateArray())
                    Cards[card.GetProperty("id").GetString()!] = card.GetRawText();
            }
            else
            {
                var number = after!.Value;
                foreach (var node in answer.GetProperty("events").EnumerateArray())
                {
                    Assert.Equal(++number, node.GetProperty("sequence").GetInt64());
                    Take(node);
                }
            }

            _last = answer.GetProperty("sequence").GetInt64();
        }

        private void Take(JsonElement node)
        {
            if (node.TryGetProperty("introduction", out var card))
                Cards[card.GetProperty("id").GetString()!] = card.GetRawText();
            else if (node.TryGetProperty("gone", out var gone))
                Cards.Remove(gone.GetString()!);
            _last = node.GetProperty("sequence").GetInt64();
        }
    }
}
