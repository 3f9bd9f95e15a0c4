using System.Buffers.Binary;
using Matchmaker.Browser.Tests.Setup;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Matchmaker.Browser.Tests;

/// <summary>
/// The README's picture: an enterprise's requirement, its best match, and why. Made from the sample by
/// <c>docs/picture</c>.
/// </summary>
public sealed class PictureTests(Site site)
{
    private const int Width = 1440;
    private const int Height = 900;
    private const int MaxBytes = 300_000;

    private static string Picture => Path.Combine(Built.Home, "docs", "picture.png");

    [Fact]
    public async Task The_screen_of_the_README_s_picture_can_be_reached_and_the_picture_is_of_its_size()
    {
        var (words, page) = (Words.Of("en"), await site.Open(Width));
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await Site.SignIn(page, words, "enterprise@sample");
        await page.GotoAsync("/en/demands");
        await page.Locator("article a", new() { HasText = "Instrument assembly" }).ClickAsync();
        await Site.Until(
            page.GetByText(words["why.parts"]),
            () => page.Locator(".match-row .match-open").First.ClickAsync()
        );
        await Expect(page.GetByText(words["introductions.ask.ask"])).ToBeVisibleAsync();
        var shot = await AtRest(page);
        if (Environment.GetEnvironmentVariable("MATCHMAKER_WRITE_PICTURE") == "1")
            await File.WriteAllBytesAsync(Picture, IndexedPng.Of(await Pixels(page, shot), Width, Height));

        var picture = await File.ReadAllBytesAsync(Picture);
        Assert.Equal((Width, Height), (SizeAt(picture, 16), SizeAt(picture, 20)));
        Assert.InRange(picture.Length, 1, MaxBytes);
    }

    /// <summary>The screen once two looks at it in a row are alike: the map is drawn and nothing moves.</summary>
    private static async Task<byte[]> AtRest(IPage page)
    {
        var last = await page.ScreenshotAsync();
        for (var looks = 0; looks < 40; looks++)
        {
            await page.WaitForTimeoutAsync(500);
            var next = await page.ScreenshotAsync();
            if (next.AsSpan().SequenceEqual(last))
                return next;
            last = next;
        }

        throw new TimeoutException("The screen does not come to rest within 20 seconds.");
    }

    /// <summary>Red, green, blue and alpha of each pixel, by the browser's own reader.</summary>
    private static async Task<byte[]> Pixels(IPage page, byte[] png)
    {
        var blank = await page.Context.NewPageAsync();
        return Convert.FromBase64String(
            await blank.EvaluateAsync<string>(
                """
                async (png) => {
                  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob())
                  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
                  canvas.drawImage(picture, 0, 0)
                  const { data } = canvas.getImageData(0, 0, picture.width, picture.height)
                  let text = ''
                  for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768))
                  return btoa(text)
                }
                """,
                Convert.ToBase64String(png)
            )
        );
    }

    private static int SizeAt(byte[] png, int place) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(place));
}
