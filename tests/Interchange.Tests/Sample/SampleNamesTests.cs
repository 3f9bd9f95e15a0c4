using System.Text.RegularExpressions;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching.Search;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Firms;
using Xunit;

namespace Matchmaker.Interchange.Tests.Sample;

/// <summary>Lists find every sample and real record by each of its names and addresses, in any way.</summary>
public partial class SampleNamesTests
{
    private static readonly Dictionary<string, Func<string, string>> Ways = new()
    {
        ["as it is"] = text => text,
        ["capitals"] = text => text.ToUpperInvariant(),
        ["one character for all variants"] = Folding.Characters,
        ["full width"] = text => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c - '!' + '！') : c)),
        ["abbreviated"] = Abbreviated,
        ["with a dot"] = text => Abbreviations().Replace(Abbreviated(text), "$0."),
        ["other dashes"] = text => text.Replace('-', '–'),
        ["without 號"] = text => text.Replace('號', ' '),
        ["with a number sign"] = text => HouseNumber().Replace(text, "No. $0"),
    };

    public static TheoryData<string> WaysToWrite => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(WaysToWrite))]
    public void A_list_finds_each_record(string way)
    {
        var missed =
            from record in Records()
            let text = ListText.Of([record.Id, .. record.Name?.All ?? [], .. record.Address?.All ?? []])
            from name in (record.Name?.All ?? []).Concat(record.Address?.All ?? [])
            let written = Ways[way](name)
            where !Has(text, written)
            select $"{record.Id}: {written}";

        Assert.Equal("", string.Join(", ", missed.Take(5)));
    }

    [Theory]
    [InlineData("鸿图道16号")]
    [InlineData("鴻圖道１６號")]
    [InlineData("16 Hung To Rd")]
    [InlineData("No.16 hung to road")]
    [InlineData("16 hung")]
    public void A_house_number_is_whole(string text) =>
        Assert.Equal(
            ["16-hung-to-road"],
            SampleData
                .Buildings.Where(building =>
                    Has(ListText.Of([building.Id, .. building.Name!.All, .. building.Address?.All ?? []]), text)
                )
                .Select(building => building.Id)
        );

    [Theory]
    [InlineData("prosp", true)]
    [InlineData("perity", true)]
    [InlineData("創富", true)]
    [InlineData("創業", false)]
    [InlineData("25 center", true)]
    [InlineData("5 center", false)]
    [InlineData("&", false)]
    [InlineData("prosperity & center", true)]
    [InlineData("", true)]
    public void A_part_of_a_word_is_found_as_it_is_typed(string text, bool found) =>
        Assert.Equal(found, Has(ListText.Of("p1", "Prosperity Center", "創富中心", "25 Chong Yip Street"), text));

    private static IEnumerable<Listing> Records() =>
        [.. SampleData.Buildings, .. SampleFirms.All(SampleData.Seed, SampleData.Day), .. SampleCentres.Real];

    // As the database does with LIKE.
    private static bool Has(string text, string asked) => ListText.Has(text, ListText.Words(asked));

    private static string Abbreviated(string text) =>
        text.Replace("Road", "Rd", StringComparison.Ordinal)
            .Replace("Street", "St", StringComparison.Ordinal)
            .Replace("Industrial", "Ind", StringComparison.Ordinal)
            .Replace("Building", "Bldg", StringComparison.Ordinal)
            .Replace("Centre", "Center", StringComparison.Ordinal)
            .Replace("Limited", "Ltd", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(Rd|St|Ind|Bldg|Ltd)\b")]
    private static partial Regex Abbreviations();

    [GeneratedRegex(@"^\d+(?= [A-Z])")]
    private static partial Regex HouseNumber();
}
