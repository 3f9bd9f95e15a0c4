using System.IO.Compression;
using System.Text.RegularExpressions;
using Matchmaker.Browser.Tests.Setup;

namespace Matchmaker.Browser.Tests;

/// <summary>The files of the page come as small as the reader's browser can take them.</summary>
public sealed partial class PageFilesTests(Site site)
{
    [Fact]
    public async Task A_script_comes_in_Brotli_to_who_takes_it_and_is_the_same_file()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var script = Script().Match(await http.GetStringAsync("/en/", TestContext.Current.CancellationToken)).Value;

        var plain = await Bytes("identity", "");
        var small = await Bytes("gzip, deflate, br", "br");

        using var opened = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(small), CompressionMode.Decompress))
            await brotli.CopyToAsync(opened, TestContext.Current.CancellationToken);
        Assert.Equal(plain, opened.ToArray());
        Assert.True(small.Length * 3 < plain.Length, $"{small.Length} of {plain.Length} bytes");
        Assert.Equal(plain, await Bytes("br;q=0", ""));

        async Task<byte[]> Bytes(string taken, string coding)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, script);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", taken);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(coding, string.Join(", ", answer.Content.Headers.ContentEncoding));
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("tc", "zh-Hant-HK")]
    [InlineData("sc", "zh-Hans")]
    public async Task A_link_in_a_chat_says_what_the_page_is_in_its_language(string prefix, string tag)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var words = Words.Of(prefix);
        var html = await http.GetStringAsync($"/{prefix}/brief?q=x", TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{tag}\">", html);
        Assert.Contains($"<title>{words["brand"]}</title>", html);
        Assert.Contains($"<meta property=\"og:description\" content=\"{words["description"]}\" />", html);
    }

    [GeneratedRegex("/assets/first-[^\"]+\\.js")]
    private static partial Regex Script();
}
