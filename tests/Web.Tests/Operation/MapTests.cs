using System.Net;
using System.Net.Http.Headers;

namespace Matchmaker.Web.Tests.Operation;

/// <summary>What lies below the results on the map; the page may fetch that from there, and nothing else.</summary>
public sealed class MapTests(Site site) : IDisposable
{
    private const string Archive = "/map/tiles.pmtiles";
    private const int ArchiveLength = 5000;

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-map").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_setting_there_are_the_stations_and_nothing_may_be_fetched_from_elsewhere()
    {
        using var http = await site.As("anonymous");
        var map = await http.Send("GET", "/api/map").Json();
        Assert.Null(map["tiles"]);
        Assert.Equal("'self'", await Sources(http));
        Assert.Equal(404, await http.Send("GET", Archive).Status());
        var stations = map["stations"]!.AsArray();
        Assert.Equal(11, stations.Count);
        Assert.All(stations, station => Assert.NotEmpty(station!["exits"]!.AsArray()));
        var kwunTong = stations.Single(station => (string)station!["code"]! == "KWT")!;
        Assert.Equal("觀塘", (string)kwunTong["name"]!["zhHant"]!);
        Assert.Equal(22.31206, (double)kwunTong["position"]!["lat"]!);
    }

    [Fact]
    public async Task A_template_is_told_to_the_page_which_may_fetch_from_its_origin_alone()
    {
        const string template = "https://tiles.example:8443/basemap/{z}/{x}/{y}.png?key=1";
        await using var web = await Run(("TileUrl", template), ("Attribution", " © Lands Department "));
        using var http = new HttpClient { BaseAddress = web.Address };
        var tiles = (await http.Send("GET", "/api/map").Json())["tiles"]!;
        Assert.Equal(template, (string)tiles["url"]!);
        Assert.Equal("raster", (string)tiles["kind"]!);
        Assert.False((bool)tiles["archive"]!);
        Assert.Equal(18, (int)tiles["maxZoom"]!);
        Assert.Equal("© Lands Department", (string)tiles["attribution"]!);
        Assert.Equal("'self' https://tiles.example:8443", await Sources(http));
        Assert.Equal(404, await http.Send("GET", Archive).Status());
    }

    [Fact]
    public async Task A_file_is_served_in_ranges_by_this_host()
    {
        var bytes = Tiles(type: 1);
        var file = Path.Combine(_folder, "kowloon.pmtiles");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await using var web = await Run(("File", file));
        using var http = new HttpClient { BaseAddress = web.Address };
        var tiles = (await http.Send("GET", "/api/map").Json())["tiles"]!;
        Assert.Equal(Archive, (string)tiles["url"]!);
        Assert.Equal("vector", (string)tiles["kind"]!);
        Assert.True((bool)tiles["archive"]!);
        Assert.Equal(15, (int)tiles["maxZoom"]!);
        Assert.Equal("'self'", await Sources(http));

        using var asked = new HttpRequestMessage(HttpMethod.Get, Archive);
        asked.Headers.Range = new RangeHeaderValue(127, 1150);
        asked.Headers.AcceptEncoding.ParseAdd("br, gzip");
        using var part = await http.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Empty(part.Content.Headers.ContentEncoding);
        Assert.Equal($"bytes 127-1150/{ArchiveLength}", part.Content.Headers.ContentRange!.ToString());
        var read = await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(bytes[127..1151], read);

        var before = part.Headers.ETag;
        Assert.NotNull(before);
        await File.WriteAllBytesAsync(file, [.. bytes, 1], TestContext.Current.CancellationToken);
        using var after = await http.GetAsync(Archive, TestContext.Current.CancellationToken);
        Assert.NotEqual(before, after.Headers.ETag);
        Assert.Equal(ArchiveLength + 1, after.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("TileUrl", "https://tiles.example/{z}/{x}.png")]
    [InlineData("TileUrl", "https://tiles.example/{z}/{x}/{y}.png; script-src *")]
    [InlineData("TileUrl", "ftp://tiles.example/{z}/{x}/{y}.png")]
    [InlineData("File", "/nowhere/kowloon.pmtiles")]
    [InlineData("File", "picture.png")]
    public async Task A_wrong_setting_stops_the_start_with_one_line_that_names_it(string setting, string value)
    {
        if (value == "picture.png")
            await File.WriteAllBytesAsync(
                value = Path.Combine(_folder, value),
                new byte[ArchiveLength],
                TestContext.Current.CancellationToken
            );
        await using var web = WebProcess.Run(Database, [], ($"Matchmaker__Map__{setting}", value));
        Assert.Equal(1, await web.Exit());
        Assert.StartsWith($"Matchmaker:Map:{setting}: ", Assert.Single(web.Lines), StringComparison.Ordinal);
    }

    private string Database => $"Data Source={Path.Combine(_folder, "map.db")}";

    private Task<WebProcess> Run(params (string Name, string Value)[] settings) =>
        WebProcess
            .Run(Database, [], [.. settings.Select(setting => ($"Matchmaker__Map__{setting.Name}", setting.Value))])
            .Ready();

    /// <summary>From where the page may fetch.</summary>
    private static async Task<string> Sources(HttpClient http)
    {
        using var page = await http.GetAsync("/api/boards", TestContext.Current.CancellationToken);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        const string start = "connect-src ";
        // Nothing else names another origin.
        Assert.Single(policy.Split("; "), part => part.StartsWith(start, StringComparison.Ordinal));
        Assert.All(
            policy.Split("; ").Where(part => !part.StartsWith(start, StringComparison.Ordinal)),
            part => Assert.DoesNotContain("://", part, StringComparison.Ordinal)
        );
        return policy.Split("; ").Single(part => part.StartsWith(start, StringComparison.Ordinal))[start.Length..];
    }

    /// <summary>A file with the head of a PMTiles archive.</summary>
    private static byte[] Tiles(byte type)
    {
        var bytes = Enumerable.Range(0, ArchiveLength).Select(at => (byte)(at % 251)).ToArray();
        "PMTiles\u0003"u8.CopyTo(bytes);
        (bytes[97], bytes[98], bytes[99], bytes[101]) = (2, 2, type, 15);
        return bytes;
    }
}
