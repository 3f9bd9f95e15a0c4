using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>An agent's list goes in by steps, as it is kept, and is mended where it was not understood.</summary>
public sealed class ImportTests(Site site)
{
    private const string List = """
        九龍東工廈放盤表,,,,,

        盤號,大廈,單位,樓層,面積（呎）,租金 (元/呎)
        BR-1,{0},9樓A室,9樓,"8,240",$14.2
        BR-2,{0},10樓B室,10/F,"4,5",面議
        BR-3,{0},UG01,UG,3000,15
        """;

    [Theory]
    [Screen("tc", 1440)]
    [Screen("en", 390)]
    public async Task A_list_is_checked_mended_and_imported_and_is_there_after_a_reload(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await Site.SignIn(page, words, "officer@sample");
        await page.GotoAsync($"/{language}/imports");
        await page.Locator("#import-file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "list.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(
                        List.Replace("{0}", await Building(page), StringComparison.Ordinal)
                            .Replace("BR", $"br-{language}", StringComparison.Ordinal)
                    ),
                }
            );
        await page.Locator("[aria-labelledby=match-title] .button.primary").ClickAsync();
        await Expect(page.GetByText("4.5")).ToBeVisibleAsync();
        await page.Locator("#result-title ~ * input[value='4,5']").FillAsync("4500");
        await Next(page).ClickAsync();
        await Expect(page.Locator("#result-title ~ * input")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(page.Locator("#result-title ~ * input")).ToHaveValueAsync("UG");
        var wrong = await Axe.Objections(page);
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        await Next(page).ClickAsync();
        await Expect(page.Locator(".steps [aria-current]")).ToContainTextAsync(words["import.step.done"]);

        var link = page.GetByRole(AriaRole.Link, new() { Name = words["import.download"] });
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Contains("UG01", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    private static async Task<string> Building(IPage page) =>
        (await page.APIRequest.GetAsync("/api/buildings?limit=1")) is { } answer
            ? (await answer.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString()!
            : "";

    // What the trial leads to: a further one after a correction, or else the import.
    private static ILocator Next(IPage page) => page.Locator("[aria-labelledby=result-title] .button.primary");
}
