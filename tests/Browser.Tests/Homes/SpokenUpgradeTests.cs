using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>
/// The upgrade page as a screen reader hears it: what the tree of accessibility says of the questions, the path, what
/// is tried, what is kept and what is asked.
/// </summary>
public sealed partial class SpokenUpgradeTests(Site site)
{
    [Theory]
    [InlineData("tc", 390)]
    [InlineData("en", 1440)]
    public async Task Every_step_of_the_journey_has_its_heading_name_and_state(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await Site.SignIn(page, words, "firm@sample");
        await page.GotoAsync($"/{language}/upgrade?q=1");
        await Expect(page.Locator(".question").First).ToBeVisibleAsync();

        // Ten questions, each a heading over answers with names.
        var isPhone = width < 900;
        var asked = new List<string>();
        for (var question = 1; question <= 10; question++)
        {
            var one = isPhone ? page.Locator(".question") : page.Locator(".question").Nth(question - 1);
            var name = await one.Locator("h2").EvaluateAsync<string>("h => h.lastChild.textContent");
            var tree = await Tree(one);
            Assert.Contains($"heading \"{name}\" [level=2]", tree, StringComparison.Ordinal);
            Assert.Contains($"region \"{name}\"", await Tree(page.Locator("main")), StringComparison.Ordinal);
            Assert.Matches(Answer(), tree);
            asked.Add(name);
            if (question == 2)
            {
                await one.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
                Assert.Equal(1, Regex.Count(await Tree(one), @"radio ""[^""]+"" \[checked\]"));
            }

            if (question == 3)
            {
                var box = one.GetByRole(AriaRole.Checkbox).First;
                await box.SetCheckedAsync(!await box.IsCheckedAsync());
                await box.SetCheckedAsync(true);
                Assert.Matches(@"checkbox ""[^""]+"" \[checked\]", await Tree(one));
            }

            if (isPhone && question < 10)
            {
                Assert.Contains($"progressbar \"{words["upgrade.ask.progress"]}\"", await Tree(page.Locator("main")));
                await Button("upgrade.ask.next").ClickAsync();
                await Expect(page.Locator(".question h2")).ToBeFocusedAsync();
            }
        }

        Assert.Equal(10, asked.Distinct().Count());
        await Button("upgrade.ask.done").ClickAsync();
        await Expect(page.Locator(".step-card").First).ToBeVisibleAsync();

        // The path: one title, and a heading for each part and each step.
        var path = await Tree(page.Locator("main"));
        Assert.Equal(1, Regex.Count(path, @"heading ""[^""]+"" \[level=1\]"));
        foreach (
            var part in new[]
            {
                "level.title",
                "more.title",
                "opens.title",
                "quarters.title",
                "places.title",
                "basis.title",
            }
        )
            Assert.Contains($"heading \"{words[$"upgrade.{part}"]}\" [level=2]", path, StringComparison.Ordinal);
        foreach (var step in await page.Locator(".step-card h3").AllTextContentsAsync())
        {
            Assert.Contains($"article \"{step}\"", path, StringComparison.Ordinal);
            Assert.Contains($"heading \"{step}\" [level=3]", path, StringComparison.Ordinal);
        }

        // What is tried is said at once, and stays unsaved until it is kept.
        var said = page.Locator("#upgrade-said");
        var add = page.Locator(".path-more .rows .button").First;
        var offered = (await page.Locator(".path-more .rows b").First.TextContentAsync())!;
        await add.ClickAsync();
        await Expect(said).ToHaveTextAsync(Filled("upgrade.said.added", offered));
        Assert.Equal("status", await said.GetAttributeAsync("role"));
        // The button is gone, and the reader stands where the next one is.
        await Expect(page.Locator("#upgrade-more")).ToBeFocusedAsync();
        await Expect(page.Locator(".path-keep [role=status]")).ToHaveTextAsync(words["record.unsaved"]);
        var card = page.GetByRole(AriaRole.Article, new() { Name = offered, Exact = true });
        await card.Locator(".step-fields summary").ClickAsync();
        var cost = card.GetByLabel(words["upgrade.edit.cost"]);
        await cost.FillAsync("dear");
        await Expect(cost).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(cost).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(words["notWhole"])));
        await cost.FillAsync("1,234,000");
        await Expect(page.Locator(".path-totals [aria-live=polite]")).ToContainTextAsync("HK$");
        var buttons = await Tree(card);
        foreach (var act in new[] { "upgrade.edit.earlier", "upgrade.edit.drop" })
            Assert.Matches($"button \"{Of(act, offered)}\"", buttons);
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new(Of("upgrade.edit.drop", offered)) }).ClickAsync();
        await Expect(said).ToHaveTextAsync(Filled("upgrade.said.dropped", offered));
        await Expect(page.Locator(".path-head h2:focus")).ToHaveCountAsync(1);
        await page.Locator(".path-more .rows .button").First.ClickAsync();
        await Button("upgrade.keep.keep").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = words["upgrade.keep.kept"] }))
            .ToHaveCountAsync(1);

        // Each chart has its table.
        foreach (var chart in new[] { "timeline", "opens", "quarters" })
        {
            var title = words[$"upgrade.{chart}.title"];
            var shown = page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
            await shown.GetByRole(AriaRole.Button, new() { Name = words["chart.table"], Exact = true }).ClickAsync();
            var tree = await Tree(shown);
            Assert.Contains($"button \"{words["chart.table"]}\" [pressed]", tree, StringComparison.Ordinal);
            Assert.Matches(@"columnheader ""[^""]+""", tree);
            Assert.True(Regex.Count(tree, "- row ") > 1, tree);
        }

        // The office is asked by a field and a button with names, and says that it was.
        await Expect(page.GetByLabel(words["upgrade.office.label"])).ToHaveValueAsync(new Regex(@"HK\$"));
        await Button("enquiry.send").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = words["enquiry.sent"] }))
            .ToHaveCountAsync(1);

        // What is heard and not seen may have a blank before it.
        string Of(string word, string step) => $"{Regex.Escape(words[word])} ?: {Regex.Escape(step)}";

        string Filled(string word, string step) => words[word].Replace("{{step}}", step, StringComparison.Ordinal);

        ILocator Button(string text) => page.GetByRole(AriaRole.Button, new() { Name = words[text], Exact = true });
    }

    // Whatever is looked at, nothing that acts is without a name.
    private static async Task<string> Tree(ILocator part)
    {
        // A line with a colon is quoted, and its apostrophes are doubled.
        var tree = (await part.AriaSnapshotAsync()).Replace("''", "'", StringComparison.Ordinal);
        Assert.DoesNotMatch(Unnamed(), tree);
        return tree;
    }

    [GeneratedRegex(@"- (textbox|radio|checkbox) "".+""")]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"^\s*- (button|link|textbox|radio|checkbox|combobox|spinbutton|slider|table|region|article)( \[[^\]]*\])*(:.*)?$",
        RegexOptions.Multiline
    )]
    private static partial Regex Unnamed();
}
