using System.Net.Http.Json;
using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Gates;

/// <summary>The table of gates, from a new rule to the verdict that it turns.</summary>
public sealed class GateTests(Site site)
{
    [Fact]
    public async Task An_admin_adds_rules_sees_whom_they_concern_and_publishes_them()
    {
        var words = Words.Of("tc");
        // A zone and a user clause of which no shipped rule says anything about food, so that no other story is moved.
        var building = $"0gates{Guid.NewGuid():N}";
        using var office = await site.Client("admin@sample");
        (
            await office.PutAsJsonAsync(
                $"/api/buildings/{building}",
                new { @public = true, values = new { zone = "GIC", leaseUser = "special" } }
            )
        ).EnsureSuccessStatusCode();
        (
            await office.PutAsJsonAsync(
                $"/api/buildings/{building}/spaces/s1",
                new
                {
                    @public = true,
                    unit = "7C",
                    values = new { area = 120 },
                }
            )
        ).EnsureSuccessStatusCode();
        var last = await Last();

        var page = await site.Open();
        await Site.SignIn(page, words, "admin@sample");
        await page.GotoAsync("/tc/gates");
        await Expect(page.Locator(".dated-table tbody tr").First).ToBeVisibleAsync();
        var wrong = await Axe.Objections(page);
        await Expect(Button("datedTable.publish")).ToBeDisabledAsync();
        await Add("plan", "GIC", "Notes of the plan S/K99/1");
        await Add("lease", "special", "New Grant No. 99999");
        wrong.AddRange(await Axe.Objections(page));
        await Field("datedTable.why", AriaRole.Textbox).FillAsync("Food is let in.");
        await Button("datedTable.preview").ClickAsync();
        var preview = page.Locator(".table-preview");
        await preview.Locator("summary").ClickAsync();
        await Expect(preview.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "7C" }))
            .ToContainTextAsync(words["use.fits"]);
        wrong.AddRange(await Axe.Objections(page));
        await page.SetViewportSizeAsync(390, 844);
        wrong.AddRange(await Axe.Objections(page));
        await page.SetViewportSizeAsync(1440, 900);
        Assert.Equal("unknown", await Verdict());

        await Button("datedTable.publish").ClickAsync();

        var next = $"{last + 1}";
        await Expect(
                page.GetByText(words["datedTable.published"].Replace("{{number}}", next, StringComparison.Ordinal))
            )
            .ToBeVisibleAsync();
        Assert.Equal(last + 1, await Last());
        Assert.Equal("fits", await Verdict());
        await page.GetByRole(
                AriaRole.Button,
                new()
                {
                    Name = words["datedTable.differences"].Replace("{{number}}", next, StringComparison.Ordinal),
                    Exact = true,
                }
            )
            .ClickAsync();
        await Expect(page.Locator(".table-versions tr")).ToHaveCountAsync(2);
        await Expect(page.Locator(".table-versions tr").First).ToContainTextAsync("S/K99/1");
        wrong.AddRange(await Axe.Objections(page));
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));

        ILocator Button(string word) => page.GetByRole(AriaRole.Button, new() { Name = words[word], Exact = true });

        ILocator Field(string word, AriaRole role) => page.GetByRole(role, new() { Name = words[word], Exact = true });

        async Task Add(string gate, string key, string source)
        {
            await Button("gateTable.add").ClickAsync();
            var form = page.GetByRole(AriaRole.Dialog);
            await Choose("gateTable.gate", gate);
            await Choose("gateTable.key", key);
            await Choose("gateTable.use", "foodFactory");
            await Choose("gateTable.verdict", "fits");
            wrong.AddRange(await Axe.Objections(page));
            await form.GetByLabel(words["gateTable.source"], new() { Exact = true }).FillAsync(source);
            await form.GetByRole(AriaRole.Button, new() { Name = words["datedTable.keep"] }).ClickAsync();
            await Expect(form).ToHaveCountAsync(0);
            await Expect(page.Locator(".dated-table tr.added").Filter(new() { HasText = source })).ToBeVisibleAsync();

            Task Choose(string field, string value) =>
                form.GetByLabel(words[field], new() { Exact = true }).SelectOptionAsync(value);
        }

        async Task<int> Last() =>
            (await office.GetFromJsonAsync<JsonElement>("/api/gates"))
                .GetProperty("items")[0]
                .GetProperty("number")
                .GetInt32();

        async Task<string> Verdict()
        {
            var report = await office.GetFromJsonAsync<JsonElement>($"/api/buildings/{building}/spaces/s1/uses");
            var food = report
                .GetProperty("uses")
                .EnumerateArray()
                .Single(use => use.GetProperty("use").GetString() == "foodFactory");
            return food.TryGetProperty("verdict", out var verdict) ? verdict.GetString()! : "unknown";
        }
    }
}
