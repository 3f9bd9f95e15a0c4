using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>What a user got: a status and a body, or no answer at all.</summary>
/// <param name="Status">0: there was no answer, and the text says why.</param>
/// <param name="Question">The method and the collection that was asked, such as <c>PUT /api/buildings</c>.</param>
internal sealed record Answer(int Status, string Text, string Question)
{
    public bool IsGood => Status is >= 200 and < 300;

    /// <summary>The status, with the question where a server failed; or why there is none.</summary>
    public string Kind =>
        Status switch
        {
            0 => Text,
            >= 500 => $"{Status} of {Question}",
            _ => $"{Status}",
        };

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public long Version => (long)Json["version"]!;
}

/// <summary>
/// One user's way to the web hosts, as a reverse proxy would lead it: another host is tried where one takes no
/// connection, and nothing else is tried again, so that what goes wrong behind the web hosts is seen.
/// </summary>
internal sealed class Front : IDisposable
{
    private readonly HttpClient[] _hosts;
    private int _current;

    /// <param name="first">Where it begins.</param>
    public Front(IReadOnlyList<Uri> hosts, string? token, int first)
    {
        _current = first % hosts.Count;
        _hosts =
        [
            .. hosts.Select(host => new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })
            {
                BaseAddress = host,
                Timeout = TimeSpan.FromSeconds(30),
                DefaultRequestHeaders =
                {
                    Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token),
                },
            }),
        ];
    }

    /// <param name="version">What the record must be at (If-Match); null: does not matter.</param>
    /// <param name="key">The Idempotency-Key; null: none.</param>
    public async Task<Answer> Ask(
        string method,
        string path,
        JsonNode? body = null,
        long? version = null,
        string? key = null
    )
    {
        var question = $"{method} {string.Join('/', path.Split('/').Take(3))}";
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var request = Request(method, path, body, version, key);
                using var answer = await _hosts[_current].SendAsync(request);
                return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), question);
            }
            catch (HttpRequestException failure)
                when (failure.HttpRequestError is HttpRequestError.ConnectionError && tries <= _hosts.Length)
            {
                _current = (_current + 1) % _hosts.Length;
            }
            catch (HttpRequestException failure)
            {
                return new(0, $"connection lost ({failure.HttpRequestError})", question);
            }
            catch (TaskCanceledException)
            {
                return new(0, "timeout", question);
            }
        }
    }

    public void Dispose()
    {
        foreach (var host in _hosts)
            host.Dispose();
    }

    /// <summary>A bearer token of a sample account.</summary>
    public static async Task<string> SignIn(Uri host, string email)
    {
        using var http = new HttpClient { BaseAddress = host };
        using var answer = await http.PostAsJsonAsync(
            "/api/sign-in?token=true",
            new { email, password = WebProcess.Password }
        );
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
    }

    private static HttpRequestMessage Request(string method, string path, JsonNode? body, long? version, string? key)
    {
        var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }
}
