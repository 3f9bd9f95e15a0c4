using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Gates;

/// <summary>The table of steps, from a new step to a path that keeps it after it was withdrawn.</summary>
public sealed class StepTests(Site site)
{
    [Fact]
    public async Task An_admin_publishes_a_step_and_a_path_keeps_it_when_it_goes()
    {
        var words = Words.Of("tc");
        // Nothing hurts that it helps, and no firm stands so high, so that it moves no other story's path.
        var id = $"zz-{Guid.NewGuid():N}";
        using var office = await site.Client("admin@sample");
        var page = await site.Open();
        await Site.SignIn(page, words, "admin@sample");
        await page.GotoAsync("/tc/steps");
        await Expect(page.Locator(".dated-table tbody tr").First).ToBeVisibleAsync();
        var wrong = await Axe.Objections(page);
        await Button("stepTable.add").ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog);
        await Fill("stepTable.id", id);
        await Fill("stepTable.zhHant", "人形機械人");
        await Fill("stepTable.zhHans", "人形机器人");
        await Fill("stepTable.en", "Humanoid robots");
        foreach (var level in new[] { "stepTable.levelFrom", "stepTable.levelTo" })
            await form.GetByLabel(words[level], new() { Exact = true }).SelectOptionAsync("4");
        await Fill("stepTable.monthsLow", "3");
        await Fill("stepTable.monthsHigh", "2");
        await Fill("stepTable.costLow", "90000000");
        await Fill("stepTable.costHigh", "95000000");
        await Fill("stepTable.basis", "own assumption");
        wrong.AddRange(await Axe.Objections(page));
        await Keep();
        var row = page.Locator(".dated-table tr.added").Filter(new() { HasText = id });
        await Button("datedTable.preview").ClickAsync();
        await Expect(row.Locator(".error")).ToContainTextAsync(words["stepTable.monthsHigh"]);
        await Expect(Button("datedTable.publish")).ToBeDisabledAsync();
        await row.GetByRole(
                AriaRole.Button,
                new()
                {
                    Name = words["datedTable.changeOf"].Replace("{{name}}", "人形機械人", StringComparison.Ordinal),
                }
            )
            .ClickAsync();
        await Fill("stepTable.monthsHigh", "6");
        await Keep();
        await Button("datedTable.preview").ClickAsync();
        await Expect(page.Locator(".table-preview h3")).ToBeVisibleAsync();
        wrong.AddRange(await Axe.Objections(page));
        await page.SetViewportSizeAsync(390, 844);
        wrong.AddRange(await Axe.Objections(page));
        await page.SetViewportSizeAsync(1440, 900);
        await Button("datedTable.publish").ClickAsync();
        await Expect(page.Locator(".table-versions h3").First).ToContainTextAsync($"{await Last()}");
        wrong.AddRange(await Axe.Objections(page));

        var firm = $"zz{Guid.NewGuid():N}";
        (
            await office.PutAsJsonAsync($"/api/firms/{firm}", new { @public = false, name = "Steps" })
        ).EnsureSuccessStatusCode();
        (
            await office.PutAsJsonAsync(
                $"/api/firms/{firm}/upgrade",
                new { answers = new { level = 4 }, steps = new[] { new { step = id } } }
            )
        ).EnsureSuccessStatusCode();
        await page.GotoAsync($"/tc/firms/{firm}/upgrade");
        await Expect(page.Locator($"#step-{id} h3")).ToHaveTextAsync("人形機械人");
        await Expect(page.GetByText(words["upgrade.card.withdrawn"])).ToHaveCountAsync(0);

        await Withdraw();

        // Who looks at the path sees it at once.
        await Expect(page.Locator($"#step-{id}")).ToContainTextAsync(words["upgrade.card.withdrawn"]);
        await Expect(page.Locator($"#step-{id} h3")).ToHaveTextAsync("人形機械人");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));

        ILocator Button(string word) => page.GetByRole(AriaRole.Button, new() { Name = words[word], Exact = true });

        Task Fill(string word, string text) => form.GetByLabel(words[word], new() { Exact = true }).FillAsync(text);

        async Task Keep()
        {
            await form.GetByRole(AriaRole.Button, new() { Name = words["datedTable.keep"] }).ClickAsync();
            await Expect(form).ToHaveCountAsync(0);
        }

        async Task<int> Last() => (int)(await Read("/api/steps"))["items"]![0]!["number"]!;

        async Task<JsonNode> Read(string path) => JsonNode.Parse(await office.GetStringAsync(path))!;

        async Task Withdraw()
        {
            var last = await Last();
            var rows = (await Read($"/api/steps/{last}"))["rows"]!.AsArray();
            rows.Remove(rows.Single(each => (string)each!["id"]! == id));
            var today = (string)(await Read($"/api/firms/{firm}/upgrade/path"))["on"]!;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/steps")
            {
                Content = JsonContent.Create(new JsonObject { ["from"] = today, ["rows"] = rows.DeepClone() }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{last}\"");
            (await office.SendAsync(request)).EnsureSuccessStatusCode();
        }
    }
}
