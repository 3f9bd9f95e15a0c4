using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Desk;

/// <summary>An afternoon with several counterparts, from the question for times to the printed itinerary.</summary>
public sealed class VisitTests(Site site)
{
    [Theory]
    [Screen("tc", 1440)]
    [Screen("sc", 390)]
    [Screen("en", 1440)]
    public async Task An_afternoon_is_planned_from_offered_times_and_booked(string language, int width)
    {
        var words = Words.Of(language);
        using var officer = await site.Client("officer@sample");
        using var enterprise = await site.Client("enterprise@sample");
        using var owner = await site.Client("owner@sample");
        string[] ids = [await Introduced(), await Introduced()];
        var client = (await enterprise.GetFromJsonAsync<JsonElement>("/api/me")).GetProperty("enterprise").GetString();

        var page = await site.Open(width);
        await Site.SignIn(page, words, "officer@sample");
        await page.GotoAsync(
            $"/{language}/visits/new?client=enterprises/{client}&introductions={string.Join(',', ids)}"
        );
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".stops-item.untimed")).ToHaveCountAsync(2);
        var book = page.Locator(".page-head .button.primary");
        await Expect(book).ToBeDisabledAsync();
        await Press(page, words["visit.ask"]);
        await Expect(page.GetByText(words["visit.done.asked"])).ToBeVisibleAsync();

        // One counterpart answers on its phone, the other by telephone; the client in another window.
        var phone = await site.Open(390);
        await Site.SignIn(phone, words, "owner@sample");
        await phone.GotoAsync($"/{language}/introductions/{ids[0]}");
        await Press(phone, words["introductions.times.enter"]);
        await Expect(phone.Locator(".slot .day-part").First).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(phone));
        await Submit(phone);
        await Expect(phone.Locator(".offered-times li")).ToHaveCountAsync(1);
        var visit = page.Url.Split('/')[^1];
        var window = (await officer.GetFromJsonAsync<JsonElement>($"/api/visits/{visit}")).GetProperty("window");
        await Act(enterprise, ids[0], "times", new { slots = new[] { window } });
        await page.Locator(".stops-item")
            .Filter(new() { Has = page.Locator($"a[href$='/desk/{ids[1]}']") })
            .GetByText(words["visit.times"], new() { Exact = true })
            .ClickAsync();
        await Expect(page.Locator(".slot .day-part").First).ToBeVisibleAsync();
        await Submit(page);

        await Expect(page.Locator(".stops-item:not(.untimed)")).ToHaveCountAsync(2);
        await Expect(page.Locator(".stops-map .route")).ToHaveCountAsync(1);
        await Expect(book).ToBeEnabledAsync();
        Assert.Empty(await Axe.Objections(page));
        // An order by hand is kept, and planned again.
        var second = await page.Locator(".stops-item h2 a").Nth(1).GetAttributeAsync("href");
        await page.Locator(".stops-item").Nth(1).GetByText("↑").ClickAsync();
        await Expect(page.Locator(".stops-item h2 a").First).ToHaveAttributeAsync("href", second!);
        await Expect(page.GetByText(words["visit.bestOrder"])).ToBeVisibleAsync();
        await book.ClickAsync();
        // The letters are read before they go.
        var letters = page.GetByRole(AriaRole.Dialog);
        await Expect(letters.Locator(".letter-body").First).ToBeVisibleAsync();
        Assert.Empty(await Axe.Objections(page));
        await letters.Locator("button[type=submit]").ClickAsync();
        await Expect(page.GetByText(words["visit.done.booked"])).ToBeVisibleAsync();
        foreach (var id in ids)
        {
            var seen = await owner.GetFromJsonAsync<JsonElement>($"/api/introductions/{id}");
            Assert.Equal("underway", seen.GetProperty("state").GetString());
            Assert.Single(seen.GetProperty("meetings").EnumerateArray());
        }

        // The client finds the day on its own page, in order and on a map.
        var hand = await site.Open(390);
        await Site.SignIn(hand, words, "enterprise@sample");
        await hand.GotoAsync($"/{language}/meetings");
        foreach (var id in ids)
            await Expect(hand.Locator($".agenda-day .stops-item a[href$='/introductions/{id}']")).ToHaveCountAsync(1);
        await Expect(hand.Locator(".agenda-day").First.Locator(".stops-map .route")).ToHaveCountAsync(1);
        Assert.Empty(await Axe.Objections(hand));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".stops-item").First).ToBeVisibleAsync();
        await Expect(page.Locator(".stops-map")).ToBeVisibleAsync();
        await Expect(book).ToBeHiddenAsync();

        async Task<string> Introduced()
        {
            var stage = await Stage.Set(site);
            using var asked = await officer.PostAsJsonAsync(
                "/api/introductions",
                new { demand = stage.Demand, match = stage.Space }
            );
            var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            await Act(officer, id, "offer", new { });
            await Act(enterprise, id, "consent", new { });
            await Act(owner, id, "consent", new { });
            await Act(officer, id, "introduce", new { });
            return id;
        }
    }

    private static async Task Act(HttpClient http, string id, string verb, object body)
    {
        var seen = await http.GetFromJsonAsync<JsonElement>($"/api/introductions/{id}");
        await Office.Post(http, $"/api/introductions/{id}/{verb}", body, seen.GetProperty("version").GetInt32());
    }

    private static Task Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static Task<JsonElement?> Submit(IPage page) =>
        page.GetByRole(AriaRole.Dialog).Locator("form").EvaluateAsync("form => form.requestSubmit()");
}
