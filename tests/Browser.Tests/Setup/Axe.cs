using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Matchmaker.Browser.Tests.Setup;

/// <summary>What is wrong with a page for people who cannot see or point well, or have a narrow screen.</summary>
internal static class Axe
{
    // Run where the page is, because the ready-made way opens a page of its own for each look, and half of the time
    // went there.
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each with the page's address; empty: the page is clean.</summary>
    /// <param name="rules">Only these of axe's rules; none: all.</param>
    public static async Task<List<string>> Objections(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        var found = (
            await page.EvaluateAsync<string[]>(
                """
                async rules => (await axe.run(document, {
                    resultTypes: ['violations'],
                    ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }),
                })).violations
                    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
                """,
                rules
            )
        ).Select(wrong => $"{page.Url}: {wrong}").ToList();
        var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        if (beyond > 0)
            found.Add($"{page.Url}: {beyond} px beyond the right edge");
        return found;
    }
}
