using Microsoft.Playwright;

namespace Matchmaker.Bench.Page;

/// <summary>What a page is opened on.</summary>
internal enum Device
{
    /// <summary>1440 × 900, at this machine's speed.</summary>
    Desktop,

    /// <summary>390 × 844; 1.44 Mbit/s, 150 ms to the server and back, a quarter of this machine's speed.</summary>
    SlowPhone,
}

/// <summary>A browser whose pages start with an empty cache.</summary>
internal sealed class Visitors(IPlaywright playwright, IBrowser browser, Uri address) : IAsyncDisposable
{
    private const double BytesPerSecond = 1_440_000 / 8;
    private const int RoundTripMs = 150;
    private const int Slowdown = 4;

    public static async Task<Visitors> Start(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        var path = Environment.GetEnvironmentVariable("MATCHMAKER_CHROMIUM") ?? "/usr/bin/chromium";
        var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = path, Args = ["--no-sandbox", "--enable-unsafe-swiftshader"] }
        );
        return new(playwright, browser, address);
    }

    /// <summary>An empty page; whoever opens it closes its context.</summary>
    /// <param name="account">Who is signed in; null: nobody.</param>
    /// <param name="script">Runs before any script of the page.</param>
    public async Task<(IPage Page, ICDPSession Session)> Open(Device device, string script, string? account = null)
    {
        var isPhone = device == Device.SlowPhone;
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
                HasTouch = isPhone,
            }
        );
        if (account is not null)
        {
            var answer = await context.APIRequest.PostAsync(
                "/api/sign-in",
                new()
                {
                    DataObject = new { email = account, password = WebProcess.Password },
                    Headers = new Dictionary<string, string> { ["Origin"] = address.GetLeftPart(UriPartial.Authority) },
                }
            );
            if (!answer.Ok)
                throw new InvalidOperationException($"{account} can't sign in: {await answer.TextAsync()}");
        }

        await context.AddInitScriptAsync(script);
        var page = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(page);
        if (isPhone)
        {
            await session.SendAsync("Network.enable");
            await session.SendAsync(
                "Network.emulateNetworkConditions",
                new()
                {
                    ["offline"] = false,
                    ["latency"] = RoundTripMs,
                    ["downloadThroughput"] = BytesPerSecond,
                    ["uploadThroughput"] = BytesPerSecond,
                }
            );
            await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowdown });
        }

        return (page, session);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
