using System.Globalization;
using CsCheck;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Reading.Scanning;
using Xunit;

namespace Matchmaker.Matching.Tests.Reading;

public class UnitsTests
{
    [Theory]
    [InlineData("area", "12,000 ft2", "1114.83648")]
    [InlineData("area", "１２０００呎", "1114.83648")]
    [InlineData("area", "１２，０００　平方呎", "1114.83648")]
    [InlineData("area", "1.2萬呎", "1114.83648")]
    [InlineData("area", "1.2万平方尺", "1114.83648")]
    [InlineData("area", "12 000 SQ. FT.", "1114.83648")]
    [InlineData("area", "500", "500")]
    [InlineData("area", "500㎡", "500")]
    [InlineData("area", "500 M²", "500")]
    [InlineData("area", "500平方米", "500")]
    [InlineData("headroom", "14'", "4.2672")]
    [InlineData("headroom", "14 ft", "4.2672")]
    [InlineData("headroom", "１４呎", "4.2672")]
    [InlineData("headroom", "160吋", "4.064")]
    [InlineData("headroom", "450cm", "4.5")]
    [InlineData("headroom", "4500 mm", "4.5")]
    [InlineData("headroom", "４．５米", "4.5")]
    [InlineData("tolerance", "0.001 in", "0.0254")]
    [InlineData("tolerance", "1 cm", "10")]
    [InlineData("rent", "$14/呎", "150.69474583393611231666907778")]
    [InlineData("rent", "9.290304 HKD/ft2/month", "100")]
    [InlineData("rent", "HK$ 9.290304 / sq ft / month", "100")]
    [InlineData("rent", "9.290304元／平方呎", "100")]
    [InlineData("rent", "$9.290304 psf", "100")]
    [InlineData("rent", "$180/m2", "180")]
    [InlineData("managementFee", "＄３０／平方米", "30")]
    [InlineData("floorLoading", "7.2", "7.2")]
    [InlineData("floorLoading", "7.2 kN/m²", "7.2")]
    [InlineData("floorLoading", "92903.04psf", "4448.2216152605")]
    [InlineData("floorLoading", "92903.04 磅", "4448.2216152605")]
    [InlineData("pointLoad", "2t", "19.6133")]
    [InlineData("pointLoad", "1000 KG", "9.80665")]
    [InlineData("pointLoad", "20 kn", "20")]
    [InlineData("liftCapacity", "3t", "3000")]
    [InlineData("liftCapacity", "３噸", "3000")]
    [InlineData("liftCapacity", "5,500 lb", "2494.758035")]
    [InlineData("power", "200A", "200")]
    [InlineData("power", "２００ 安培", "200")]
    [InlineData("leaseMonths", "36 months", "36")]
    [InlineData("columnSpacing", ".5", "0.5")]
    public void A_number_is_read_in_its_typed_unit(string attribute, string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Exactly(attribute, text));

    [Theory]
    [InlineData("area", "12 kPa", "otherDimension", "kpa")]
    [InlineData("area", "$12", "otherDimension", "$")]
    [InlineData("area", "12 A", "otherDimension", "a")]
    [InlineData("floorLoading", "150 ft2", "otherDimension", "ft2")]
    [InlineData("floorLoading", "150 kg", "otherDimension", "kg")]
    [InlineData("headroom", "4 m2", "otherDimension", "m2")]
    [InlineData("power", "100 kN", "otherDimension", "kn")]
    [InlineData("liftCapacity", "3 kN", "otherDimension", "kn")]
    [InlineData("storeys", "3 m", "otherDimension", "m")]
    [InlineData("rent", "14 psf", "otherDimension", "psf")]
    [InlineData("area", "12 acres", "unknownUnit", "acres")]
    [InlineData("rent", "$180", "moneyWithoutBase", "$/呎")]
    [InlineData("area", "12 m2 ft2", "unknownUnit", "m2 ft2")]
    [InlineData("area", "1e5", "unknownUnit", "e5")]
    public void A_unit_of_another_dimension_is_named(string attribute, string text, string code, string named)
    {
        var error = Assert.Single(Assert.IsType<ReadRefusal>(Some.Reading(text, attribute)).Errors);

        Assert.Equal((attribute, code), (error.Path, error.Code));
        foreach (var language in new[] { "en", "zh-Hant", "zh-Hans" })
            Assert.Contains(named, ErrorTexts.Of(error, language));
    }

    [Theory]
    [InlineData("1,23")]
    [InlineData("12,34,567")]
    [InlineData("1 23")]
    [InlineData(",123")]
    [InlineData("1.2.3")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("Infinity")]
    [InlineData("--3")]
    [InlineData("3-4")]
    [InlineData("m2")]
    [InlineData("+ 3")]
    [InlineData("0x10")]
    [InlineData("٣")]
    [InlineData("9999999999999999999")]
    [InlineData("99999999999999999999999999999999999999")]
    public void A_text_that_is_not_a_number_is_rejected(string text) =>
        Assert.IsType<ReadRefusal>(Some.Reading(text, "area"));

    [Fact]
    public void A_number_round_trips_through_every_unit()
    {
        (string Attribute, string Unit, decimal In)[] units =
        [
            ("area", "ft2", 0.09290304m),
            ("headroom", "呎", 0.3048m),
            ("headroom", "吋", 0.0254m),
            ("liftCapacity", "lb", 0.45359237m),
            ("pointLoad", "t", 9.80665m),
            ("liftCapacity", "噸", 1000m),
            ("tolerance", "m", 1000m),
        ];
        Gen.Select(Gen.OneOfConst(units), Gen.Int[1, 100_000])
            .Sample((unit, count) => Exactly(unit.Attribute, $"{count} {unit.Unit}") / unit.In == count);
    }

    private static decimal? Exactly(string attribute, string text) =>
        AmountScanner.At(ReadingText.Of(text), 0, ScanFor.Quantity)?.From.In(Some.Attribute(attribute).Attribute);
}
