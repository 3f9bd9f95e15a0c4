using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>
/// Two systems that begin as copies of one database, keys and all, so that they give the same ids to the same keyed
/// requests: what one of them then says and the other does not, somebody's deeds there have caused.
/// </summary>
internal sealed class TwinSystems : IAsyncDisposable
{
    /// <summary>
    /// An officer and others who are cleared for nothing that is done here, and people of two counterparts.
    /// </summary>
    public const string Uncleared = "uncleared@office.hk";
    public const string Cleared = "cleared@office.hk";
    public const string Voucher = "voucher@office.hk";
    public const string SecondFirm = "people@f2.hk";
    public const string SecondOwner = "people@o2.hk";

    private static readonly (string Email, string Party)[] People =
    [
        (Uncleared, "\"role\":\"officer\""),
        (Cleared, "\"role\":\"officer\""),
        (Voucher, "\"role\":\"officer\""),
        (SecondFirm, "\"role\":\"firm\",\"firm\":\"f2\""),
        (SecondOwner, "\"role\":\"owner\",\"owner\":\"o2\""),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-twins").FullName;
    private readonly List<Twin> _all = [];

    /// <summary>Where only everyday things happen.</summary>
    public Twin Plain => _all[0];

    /// <summary>Where other things happen beside them.</summary>
    public Twin Busy => _all[1];

    public static async Task<TwinSystems> Start(int spaces)
    {
        var twins = new TwinSystems();
        await using (var origin = await Twin.Run(twins.File("origin"), ["--sample", $"{spaces}", "--no-history"]))
        {
            foreach (var (email, party) in People)
                await origin.Invite("admin@sample", email, party);
            await origin.Vouch(Voucher, SecondFirm);
            await origin.Vouch(Voucher, SecondOwner);
            // The first keyed id creates the secret from which all keyed ids are made.
            await (await origin.As("admin@sample"))
                .Send("POST", "/api/firms/duplicates", """{"name":"x"}""", null, ("Idempotency-Key", "first"))
                .Json();
        }

        foreach (var name in new[] { "plain", "busy" })
        {
            foreach (var ending in new[] { "", "-wal" })
            {
                if (System.IO.File.Exists(twins.File("origin") + ending))
                    System.IO.File.Copy(twins.File("origin") + ending, twins.File(name) + ending);
            }

            twins._all.Add(await Twin.Run(twins.File(name), ["--sample", $"{spaces}", "--no-history"]));
        }

        return twins;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var twin in _all)
            await twin.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string File(string name) => Path.Combine(_folder, $"{name}.db");
}

/// <summary>One of two systems, with a way in for everybody.</summary>
internal sealed class Twin : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task<HttpClient>> _clients = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly WebProcess _web;
    private readonly MailServer _mail;

    private Twin(WebProcess web, MailServer mail)
    {
        (_web, _mail) = (web, mail);
    }

    public Uri Address => _web.Address;

    public static async Task<Twin> Run(string file, string[] arguments)
    {
        var mail = MailServer.Started();
        return new(await WebProcess.Run($"Data Source={file}", arguments, mail.Environment).Ready(), mail);
    }

    /// <param name="who">An address; <c>anonymous</c>: nobody.</param>
    public Task<HttpClient> As(string who) => _clients.GetOrAdd(who, Enter);

    /// <summary>Makes an account.</summary>
    /// <param name="party">The fields of its role and party.</param>
    public async Task Invite(string by, string email, string party)
    {
        await (await As(by)).Send("POST", "/api/invitations", $$"""{"email":"{{email}}",{{party}}}""").Json();
        using var guest = new HttpClient { BaseAddress = Address };
        await guest
            .Send(
                "POST",
                "/api/invitations/accept",
                $$"""{"token":"{{await _mail.Token(email)}}","password":"{{WebProcess.Password}}"}"""
            )
            .Json();
    }

    /// <summary>Confirms that an account is its party's, so that its consents count.</summary>
    public async Task Vouch(string by, string email) =>
        await (await As(by)).Send("POST", $"/api/people/{email}/vouch").Json();

    public async Task<HubConnection> Connect(string who)
    {
        await As(who);
        return new HubConnectionBuilder()
            .WithUrl(
                new Uri(Address, "/live"),
                options => options.AccessTokenProvider = () => Task.FromResult<string?>(_tokens[who])
            )
            .Build();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            (await client).Dispose();
        await _web.DisposeAsync();
        await _mail.DisposeAsync();
    }

    private async Task<HttpClient> Enter(string who)
    {
        var http = new HttpClient { BaseAddress = Address };
        if (who == "anonymous")
            return http;
        using var answer = await http.PostAsJsonAsync(
            "/api/sign-in?token=true",
            new { email = who, password = WebProcess.Password }
        );
        Assert.True(answer.IsSuccessStatusCode, $"{who}: {await answer.Content.ReadAsStringAsync()}");
        _tokens[who] = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[who]);
        return http;
    }
}
