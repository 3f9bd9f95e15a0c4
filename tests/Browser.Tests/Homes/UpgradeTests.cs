using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>How a factory's owner finds its upgrade path on a phone: asked, changed, kept, and there again.</summary>
public sealed class UpgradeTests(Site site)
{
    private const string Cost = "HK$1,234,000";

    [Fact]
    public async Task Ten_questions_lead_to_a_path_that_is_changed_kept_and_there_again()
    {
        var (words, page) = (Words.Of("tc"), await site.Open(390));
        await Site.SignIn(page, words, "firm@sample");
        await page.GotoAsync("/tc/upgrade?q=1");
        var (next, done) = (Button("upgrade.ask.next"), Button("upgrade.ask.done"));
        await page.GetByRole(AriaRole.Textbox, new() { Name = words["upgrade.ask.makes"] }).FillAsync("五金外殼");
        await next.ClickAsync();
        await page.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        var wrong = await Axe.Objections(page);
        for (var question = 2; question < 10; question++)
        {
            await next.ClickAsync();
            await Expect(page.Locator(".question h2")).ToBeFocusedAsync();
            if (question == 2)
                await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        }

        await Expect(page.Locator(".ask-saved")).ToHaveTextAsync(words["saved"]);
        await done.ClickAsync();

        // Whatever is suggested or was kept before, there is room for one more step.
        await Expect(page.Locator(".step-card").First).ToBeVisibleAsync();
        wrong.AddRange(await Axe.Objections(page));
        var before = await page.Locator(".step-card").CountAsync();
        await page.Locator(".path-more .rows .button").First.ClickAsync();
        await Expect(page.Locator(".step-card")).ToHaveCountAsync(before + 1);
        var last = page.Locator(".step-card").Last;
        var name = await last.Locator("h3").TextContentAsync();
        await last.Locator(".step-fields summary").ClickAsync();
        await last.GetByLabel(words["upgrade.edit.cost"]).FillAsync("1,234,000");
        await Expect(last.Locator(".step-cost")).ToHaveTextAsync(Cost);
        var total = await page.Locator(".path-totals dd").First.TextContentAsync();
        await Button("upgrade.keep.keep").ClickAsync();
        await Expect(page.Locator(".path-keep")).ToHaveCountAsync(0);

        await page.ReloadAsync();
        await Expect(page.Locator(".step-card")).ToHaveCountAsync(before + 1);
        await Expect(page.Locator(".step-card").Last.Locator("h3")).ToHaveTextAsync(name!);
        await Expect(page.Locator(".step-card").Last.Locator(".step-cost")).ToHaveTextAsync(Cost);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = words["upgrade.tell.ask"] }).CheckAsync();
        await Expect(page.Locator(".path-consent [role=status]").First).ToHaveTextAsync(words["saved"]);
        await Expect(page.Locator(".place-column")).ToHaveCountAsync(3);
        wrong.AddRange(await Axe.Objections(page));
        await Expect(page.GetByLabel(words["upgrade.office.label"])).ToHaveValueAsync(new Regex(Regex.Escape(Cost)));
        await Button("enquiry.send").ClickAsync();
        await Expect(page.GetByText(words["enquiry.sent"])).ToBeVisibleAsync();
        await AskForIntroductions();
        await page.GotoAsync("/tc/");
        await Expect(page.Locator(".home-grant")).ToContainTextAsync("HK$");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        Assert.Contains("HK$", total, StringComparison.Ordinal);

        // Each is asked for once; asked for again, it is open already.
        async Task AskForIntroductions()
        {
            var introduce = page.Locator(".path-introduce");
            foreach (var answer in new[] { words.Start("upgrade.office.met"), words["introductions.ask.already"] })
            {
                await introduce.GetByRole(AriaRole.Checkbox).First.CheckAsync();
                await introduce.GetByRole(AriaRole.Button).ClickAsync();
                await Expect(introduce.Locator("[aria-live]")).ToContainTextAsync(answer);
                wrong.AddRange(await Axe.Objections(page));
            }

            await page.GotoAsync("/tc/introductions");
            await Expect(page.Locator(".introduction-cards > li").First).ToBeVisibleAsync();
        }

        ILocator Button(string text) => page.GetByRole(AriaRole.Button, new() { Name = words[text], Exact = true });
    }
}
