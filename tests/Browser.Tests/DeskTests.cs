using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>What officers do on the desk, and what their colleagues see of it.</summary>
public sealed class DeskTests(Site site)
{
    [Theory]
    [Screen("tc", 1440)]
    [Screen("sc", 390)]
    [Screen("en", 1440)]
    public async Task A_card_is_offered_by_its_menu_and_moves_on_a_colleague_s_screen(string language, int width)
    {
        var (words, id) = (Words.Of(language), await Suggested());
        var (page, colleague) = (await Desk(words, "officer@sample", width), await Desk(words, "admin@sample", 1440));
        var card = $"[data-card='{id}']";
        await Expect(colleague.Locator($".lane.suggested {card}")).ToBeVisibleAsync();

        await page.Locator($"{card} .face-tools button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem).First.ClickAsync();
        await Offer(page, words);

        await Expect(colleague.Locator($".lane.offered {card}")).ToBeVisibleAsync();
        await Expect(colleague.Locator(".toast.quiet").Last).ToContainTextAsync("officer@sample");
        if (width < 1000)
            await page.Locator(".lane-choice").GetByText(words["desk.state.offered"]).ClickAsync();
        await Expect(page.Locator($".lane.offered {card}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_card_is_dragged_with_the_keyboard_alone()
    {
        var (words, id) = (Words.Of("en"), await Suggested());
        var page = await Desk(words, "officer@sample", 1440);

        var handle = page.Locator($".lane-card:has([data-card='{id}']) .drag-handle");
        await page.Locator($".lane-card:has([data-card='{id}'])").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(handle).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        // The lane itself where it is empty, else a card of it.
        await Expect(page.Locator(".lane.offered [data-drop-target='true']").First).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Offer(page, words);

        await Expect(page.Locator($".lane.offered [data-card='{id}']")).ToBeVisibleAsync();
        await Expect(page.Locator($".lane-card:has([data-card='{id}'])")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Whoever_is_second_is_told_who_was_first()
    {
        var (words, id) = (Words.Of("en"), await Suggested());
        var page = await Desk(words, "officer@sample", 1440);
        await page.Locator($"[data-card='{id}'] .face-tools button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem).Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).SelectOptionAsync("noFit");

        using var admin = await site.Client("admin@sample");
        using var first = new HttpRequestMessage(HttpMethod.Post, $"/api/introductions/{id}/conclude")
        {
            Content = JsonContent.Create(new { outcome = "withdrawn" }),
        };
        first.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        (await admin.SendAsync(first)).EnsureSuccessStatusCode();
        await page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = words["desk.do.conclude"], Exact = true })
            .ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("admin@sample");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_card_is_given_to_a_colleague_by_a_menu_whose_button_moves_away_and_taken_back()
    {
        var (words, id) = (Words.Of("en"), await Suggested());
        var page = await Desk(words, "officer@sample", 1440);
        var button = page.Locator($"[data-card='{id}'] .face-tools button");
        await button.HoverAsync();
        await page.Mouse.DownAsync();
        await page.Locator(".lanes").EvaluateAsync("lanes => (lanes.style.paddingTop = '120px')");
        await page.Mouse.UpAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = words["desk.assign"] }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Combobox).SelectOptionAsync("admin@sample");
        await dialog.GetByRole(AriaRole.Button, new() { Name = words["desk.give"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words["undo.undo"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".desk-detail")).ToContainTextAsync("officer@sample");
        using var officer = await site.Client("officer@sample");
        var card = await officer.GetFromJsonAsync<JsonElement>($"/api/introductions/{id}");
        Assert.Equal("officer@sample", card.GetProperty("officer").GetString());
    }

    [Theory]
    [Screen("en", 1440, 31_777)]
    [Screen("tc", 390, 41_777)]
    public async Task A_match_without_an_owner_waits_in_its_queue_until_the_owner_is_named(
        string language,
        int width,
        int area
    )
    {
        var words = Words.Of(language);
        using var officer = await site.Client("officer@sample");
        var building = $"nobody-{Guid.NewGuid():N}";
        await Put(
            officer,
            $"/api/buildings/{building}",
            new { name = new { en = $"Tower {building}", zhHant = $"大廈 {building}" } }
        );
        await Put(
            officer,
            $"/api/buildings/{building}/spaces/theirs",
            new
            {
                owner = "owners/o1",
                status = "let",
                values = new { area = 400 },
            }
        );
        await Put(officer, $"/api/buildings/{building}/spaces/nobodys", new { values = new { area } });
        var demand = (
            await Answer(
                await officer.PostAsJsonAsync(
                    "/api/demands",
                    new
                    {
                        board = "sites",
                        owner = "enterprises/e1",
                        name = new { en = $"Need {building}", zhHant = $"需求 {building}" },
                        criteria = new object[]
                        {
                            new
                            {
                                attribute = "area",
                                op = "atLeast",
                                limit = area,
                                strength = "must",
                            },
                            new
                            {
                                attribute = "area",
                                op = "atMost",
                                limit = area,
                                strength = "must",
                            },
                        },
                    }
                )
            )
        ).GetProperty("id").GetString();
        var page = await Desk(words, "officer@sample", width);
        await page.GetByLabel(words["desk.filter.text"]).FillAsync(building);

        if (width < 1000)
            await page.Locator(".lane-choice button").Last.ClickAsync();
        await page.GetByRole(AriaRole.Tab).Nth(1).ClickAsync();
        var row = page.Locator(".lead", new() { HasText = building });
        await row.GetByRole(AriaRole.Button).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator(".suggested-owners button").ClickAsync();
        Assert.Empty(await Axe.Objections(page));
        await dialog.GetByRole(AriaRole.Button, new() { Name = words["nameOwner.save"], Exact = true }).ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(row).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Tab).First.ClickAsync();
        var group = page.Locator($".lead-group:has(a[href$='/demands/{demand}'])");
        await Expect(group).ToContainTextAsync(words["desk.leads.why.only"]);
        Assert.Empty(await Axe.Objections(page));
        await group.GetByRole(AriaRole.Button).First.ClickAsync();
        if (width < 1000)
            await page.Locator(".lane-choice button").First.ClickAsync();
        await Expect(page.Locator(".lane.suggested .face")).ToHaveCountAsync(1);
        Assert.Empty(await Axe.Objections(page));
        var space = await officer.GetFromJsonAsync<JsonElement>($"/api/buildings/{building}/spaces/nobodys");
        Assert.Equal("owners/o1", space.GetProperty("owner").GetString());
    }

    private static async Task<JsonElement> Answer(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task Put(HttpClient http, string path, object body) =>
        await Answer(await http.PutAsJsonAsync(path, body));

    private async Task<IPage> Desk(Words words, string email, int width)
    {
        var page = await site.Open(width);
        await Site.SignIn(page, words, email);
        await page.Locator("main a[href$='/desk']").First.ClickAsync();
        await Expect(page.Locator(".lane").First).ToBeVisibleAsync();
        // A heading that takes the focus later would interrupt the test.
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        return page;
    }

    private static async Task Offer(IPage page, Words words)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        foreach (var (index, mailbox) in (await dialog.Locator("input[type=email]").AllAsync()).Index())
            await mailbox.FillAsync($"side{index}@example.com");
        await dialog.GetByRole(AriaRole.Button, new() { Name = words["desk.do.offer"], Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private async Task<string> Suggested()
    {
        using var officer = await site.Client("officer@sample");
        return await Site.Suggested(officer);
    }
}
