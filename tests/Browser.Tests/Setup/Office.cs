using System.Net.Http.Json;

namespace Matchmaker.Browser.Tests.Setup;

/// <summary>What an officer does beside the page that a test looks at.</summary>
internal static class Office
{
    /// <summary>Puts a new introduction to both sides.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> Offer(HttpClient officer, string id, object how)
    {
        await Post(officer, $"/api/introductions/{id}/offer", how, 1);
        return id;
    }

    public static async Task Post(HttpClient http, string path, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
