using System.Text.Json;
using Matchmaker.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests.Homes;

/// <summary>A list stands in the order that its reader chooses.</summary>
public sealed class SortTests(Site site)
{
    [Theory]
    [Screen("en", 1440)]
    [Screen("tc", 390)]
    public async Task Rows_stand_in_the_chosen_order(string language, int width)
    {
        var (words, page) = (Words.Of(language), await site.Open(width));
        await page.GotoAsync($"/{language}/{Site.Brief}");
        var rows = page.Locator(".match-row");
        await Expect(rows.Nth(2)).ToBeVisibleAsync();

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByLabel(words["sort.label"]).SelectOptionAsync("-area"),
            response => response.Request.PostData?.Contains("\"order\":\"-area\"", StringComparison.Ordinal) == true
        );
        var ids = JsonDocument
            .Parse(await answer.TextAsync())
            .RootElement.GetProperty("matches")
            .EnumerateArray()
            .Select(match => match.GetProperty("id").GetString()!)
            .ToList();

        for (var row = 0; row < 5; row++)
            await Expect(rows.Nth(row)).ToHaveAttributeAsync("data-id", ids[row]);
        await page.GetByLabel(words["sort.label"]).SelectOptionAsync("score");
        await Expect(rows.First).Not.ToHaveAttributeAsync("data-id", ids[0]);
    }
}
