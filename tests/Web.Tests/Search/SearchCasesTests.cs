using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Search;

/// <summary>What people in the trade type, and what it asks of the sites and the partners, from outside.</summary>
public sealed class SearchCasesTests(Site site)
{
    private static readonly string[] Parts = ["attribute", "op", "limit", "min", "max", "value"];

    [Theory]
    [InlineData("樓底12呎6吋", "headroom atLeast 3.81")]
    [InlineData("headroom 12'6\"", "headroom atLeast 3.81")]
    [InlineData("樓底 2米半", "headroom atLeast 2.5")]
    [InlineData("no dangerous goods", "dangerousGoodsStore is false")]
    [InlineData("$14-16/呎", "rent atMost 172.2")]
    [InlineData("呎租$14至16", "rent atMost 172.2")]
    [InlineData("rent at least $14/sq ft", "rent atLeast 150.7")]
    [InlineData("3千呎", "area atLeast 279")]
    [InlineData("3k sq ft", "area atLeast 279")]
    [InlineData("三千呎", "area atLeast 279")]
    [InlineData("1.5-2萬呎", "area between 1394 1858")]
    [InlineData("3-5k sq ft", "area between 279 465")]
    [InlineData("3至5千呎", "area between 279 465")]
    [InlineData("1,200 m2", "area atLeast 1200")]
    [InlineData("５０００呎以上", "area atLeast 465")]
    [InlineData("goods lift 2 tons", "liftCapacity atLeast 2000")]
    [InlineData("貨𨋢 兩噸", "liftCapacity atLeast 2000")]
    [InlineData("150磅", "floorLoading atLeast 7.2")]
    [InlineData("200A", "power atLeast 200")]
    [InlineData("132 kVA", "power atLeast 200")]
    [InlineData("tolerance 10 micron", "tolerance atMost 0.01", "partners")]
    [InlineData("10µm", "tolerance atMost 0.01", "partners")]
    public async Task A_text_asks_for_what_the_trade_means(string text, string asked, string board = "sites")
    {
        using var officer = await site.As("officer");
        var answer = await Ask(officer, text);

        Assert.Equal(asked, string.Join(", ", answer.On(board)["criteria"]!.AsArray().Select(Written)));
        Assert.All(answer["terms"]!.AsArray(), term => Assert.True((bool)term!["understood"]!, term.ToJsonString()));
    }

    [Theory]
    [InlineData("headroom 4,5 m", "4,5")]
    [InlineData("rent $5000 a month", "5000")]
    [InlineData("not 500 m2", "500 m2")]
    [InlineData("樓底 zyzzyva", "zyzzyva")]
    [InlineData("under $15", "under $15")]
    [InlineData("rent 16", "rent 16")]
    [InlineData("要有5噸天車", "5噸 天車")]
    [InlineData("wall thickness 2 mm", "wall thickness 2 mm")]
    [InlineData("USD 16 psf", "USD 16 psf")]
    public async Task What_is_not_understood_is_said(string text, string words)
    {
        using var officer = await site.As("officer");
        var unread = (await Ask(officer, text))["terms"]!
            .AsArray()
            .Where(term => !(bool)term!["understood"]!)
            .SelectMany(term => term!["from"]!.AsArray())
            .Select(range => text[(int)range!["start"]!..(int)range["end"]!]);

        Assert.Contains(words, string.Join(' ', unread), StringComparison.Ordinal);
    }

    private static async Task<JsonObject> Ask(HttpClient http, string text) =>
        await http.Send("GET", $"/api/search?q={Uri.EscapeDataString(text)}").Json();

    private static string Written(JsonNode? criterion) =>
        string.Join(
            ' ',
            Parts
                .Select(part => criterion![part])
                .Where(part => part is not null)
                .Select(part => part!.ToJsonString().Trim('"'))
        );
}
