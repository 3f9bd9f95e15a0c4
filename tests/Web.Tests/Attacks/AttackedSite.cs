using System.Net.Http.Headers;

namespace Matchmaker.Web.Tests.Attacks;

/// <summary>A system of its own for one attack, with sample data.</summary>
/// <param name="spaces">How large.</param>
internal sealed class AttackedSite(int spaces, params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-attack").FullName;
    private WebProcess? _web;

    public Uri Address => _web!.Address;

    public async Task<AttackedSite> Start()
    {
        _web = await WebProcess
            .Run($"Data Source={Path.Combine(_folder, "web.db")}", ["--sample", $"{spaces}", "--no-history"], settings)
            .Ready();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <param name="who">A role's word, for the sample account of it; <c>anonymous</c>: nobody.</param>
    public async Task<HttpClient> As(string who)
    {
        var http = new HttpClient { BaseAddress = Address };
        if (who != "anonymous")
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(who));
        return http;
    }

    public async Task<string> Token(string who)
    {
        using var http = new HttpClient { BaseAddress = Address };
        return (string)
            (
                await http.Send(
                        "POST",
                        "/api/sign-in?token=true",
                        $$"""{"email":"{{who}}@sample","password":"{{WebProcess.Password}}"}"""
                    )
                    .Json()
            )["accessToken"]!;
    }
}
