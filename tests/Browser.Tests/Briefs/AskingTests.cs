using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Briefs;

/// <summary>One press asks an owner for the missing fact that settles the most; the owner finds the question.</summary>
public sealed class AskingTests(Site site)
{
    [Theory]
    [Screen("tc", 390)]
    [Screen("en", 1440)]
    public async Task A_missing_fact_is_asked_from_the_list_and_stands_at_its_owners_home(string language, int width)
    {
        var words = Words.Of(language);
        var tower = $"Asking Tower {language}";
        using var owner = await site.Client("owner@sample");
        using var officer = await site.Client("officer@sample");
        var party = (await owner.GetFromJsonAsync<JsonElement>("/api/me")).GetProperty("owner").GetString();
        var building = await Create(
            officer,
            "/api/buildings",
            new
            {
                name = tower,
                @public = true,
                owner = $"owners/{party}",
            }
        );
        foreach (var space in new[] { "s1", "s2" })
        {
            using var put = await owner.PutAsJsonAsync(
                $"/api/buildings/{building}/spaces/{space}",
                new
                {
                    @public = true,
                    status = "vacant",
                    values = new { area = 43210 },
                }
            );
            Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        }

        using var enterprise = await site.Client("enterprise@sample");
        object[] musts =
        [
            new
            {
                attribute = "area",
                op = "between",
                min = 43210,
                max = 43210,
            },
            new
            {
                attribute = "headroom",
                op = "atLeast",
                limit = 4,
            },
        ];
        var demand = await Create(
            enterprise,
            "/api/demands",
            new
            {
                board = "sites",
                name = "Asking",
                notifyAbove = 0,
                criteria = musts,
            }
        );
        var page = await site.Open(width);
        await Site.SignIn(page, words, "enterprise@sample");
        await page.GotoAsync($"/{language}/demands/{demand}");
        var panel = page.Locator(".questions-panel");
        await panel.Locator("summary").ClickAsync();
        var row = panel.Locator("li").Filter(new() { HasText = tower }).Filter(new() { HasText = Headroom(language) });
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(row.GetByRole(AriaRole.Status)).ToContainTextAsync(words["ask.done"]);
        Assert.Equal("", string.Join("\n", await Axe.Objections(page)));

        var theirs = await site.Open(width);
        await Site.SignIn(theirs, words, "owner@sample");
        await theirs.GotoAsync($"/{language}/");
        var question = theirs.Locator(".stale-fact").Filter(new() { HasText = tower });
        await Expect(question).ToContainTextAsync(words["question.requested"]);
        await Expect(question.GetByRole(AriaRole.Link).Last).ToContainTextAsync(words["question.fill"]);
        Assert.Equal("", string.Join("\n", await Axe.Objections(theirs)));
    }

    private static string Headroom(string language) => language == "en" ? "Clear headroom" : "淨高";

    private static async Task<string> Create(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
