namespace Matchmaker.Web.Tests.Search;

/// <summary>Lists read a text as the search box does.</summary>
public sealed class ListTests(Site site)
{
    [Theory]
    [InlineData("buildings", "鸿图道16号", "16-hung-to-road")]
    [InlineData("buildings", "鴻圖道１６號", "16-hung-to-road")]
    [InlineData("buildings", "16 Hung To Rd", "16-hung-to-road")]
    [InlineData("buildings", "prosperity centre", "prosperity-center")]
    [InlineData("buildings", "cheung fai ind. bldg.", "cheung-fai-industrial-building")]
    [InlineData("centres", "纳米及先进材料研发院", "nami")]
    [InlineData("firms", "示例精密五金廠", "f1")]
    public async Task A_list_reads_a_text_as_the_search_does(string collection, string text, string found)
    {
        using var officer = await site.As("officer");
        var page = await officer.Send("GET", $"/api/{collection}?q={Uri.EscapeDataString(text)}").Json();

        Assert.Equal([found], page["items"]!.AsArray().Select(item => (string)item!["id"]!));
    }
}
