namespace Matchmaker.Web.Tests.Accounts.Provider;

/// <summary>
/// A browser that knows the system by its public address, behind a proxy, and follows each step by hand.
/// </summary>
internal sealed class ProviderBrowser(Uri web, string site) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The cookies of the system.</summary>
    public Dictionary<string, string> Cookies { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>Every line by which the system set a cookie.</summary>
    public List<string> SetLines { get; } = [];

    /// <summary>Another one with the same cookies.</summary>
    public ProviderBrowser Copy() => new(web, site) { Cookies = new(Cookies, StringComparer.Ordinal) };

    public Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, address, null, headers);

    /// <summary>Where the answer leads, which must be another address.</summary>
    public async Task<string> Next(string address, params (string Name, string Value)[] headers)
    {
        using var answer = await Get(address, headers);
        Assert.True(
            answer.Headers.Location is not null,
            $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Begins a sign-in and lets the provider answer.</summary>
    /// <param name="hint">Of the provider's user; null: nobody, who cancels.</param>
    /// <param name="changed">What becomes of the address of the provider; null: nothing.</param>
    /// <returns>The address to which the provider sends the browser back.</returns>
    public async Task<string> Ask(string? hint, string to = "/", Func<string, string>? changed = null)
    {
        var asked = await Next($"{site}/api/sign-in/provider?language=tc&to={Uri.EscapeDataString(to)}");
        return await Next($"{(changed ?? (same => same))(asked)}{(hint is null ? "" : $"&login_hint={hint}")}");
    }

    /// <returns>The page on which the sign-in ends.</returns>
    public async Task<string> SignIn(string? hint, string to = "/", Func<string, string>? changed = null) =>
        await Next(await Ask(hint, to, changed));

    public Task<HttpResponseMessage> Post(string path, HttpContent? body = null) =>
        Send(
            HttpMethod.Post,
            site + path,
            body,
            [("X-XSRF-TOKEN", Uri.UnescapeDataString(Cookies.GetValueOrDefault("XSRF-TOKEN", "")))]
        );

    public async Task<int> Status(string path)
    {
        using var answer = await Get(site + path);
        return (int)answer.StatusCode;
    }

    public async Task<System.Text.Json.Nodes.JsonObject> Json(string path) => await Get(site + path).Json();

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string address,
        HttpContent? body,
        (string Name, string Value)[] headers
    )
    {
        var isOwn = address.StartsWith(site, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(method, isOwn ? new Uri(web, address[site.Length..]) : new(address));
        request.Content = body;
        if (isOwn && Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await _http.SendAsync(request);
        if (isOwn && answer.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (var line in lines)
                Take(line);
        }

        return answer;
    }

    private void Take(string line)
    {
        SetLines.Add(line);
        var (name, value) = line.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : (line, "");
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }
}
