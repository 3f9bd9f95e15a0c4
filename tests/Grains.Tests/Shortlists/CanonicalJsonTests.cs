using System.Text.Json;
using Matchmaker.Contracts.Shortlists;

namespace Matchmaker.Grains.Tests.Shortlists;

/// <summary>Content has one form, however it was written.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("0e5", "0")]
    [InlineData("7", "7")]
    [InlineData("12.50", "125e-1")]
    [InlineData("100", "1e2")]
    [InlineData("1E+2", "1e2")]
    [InlineData("0.00001", "1e-5")]
    [InlineData("1e-05", "1e-5")]
    [InlineData("-3.0e1", "-3e1")]
    [InlineData("66.66666666666667", "6666666666666667e-14")]
    public void A_number_has_one_form(string written, string form) => Assert.Equal(form, CanonicalJson.Number(written));

    [Fact]
    public void The_form_of_a_number_is_the_same_number()
    {
        var random = new Random(8);
        for (var i = 0; i < 10_000; i++)
        {
            var number = random.NextDouble() * Math.Pow(10, random.Next(-12, 12));
            Assert.Equal(number, JsonSerializer.Deserialize<double>(CanonicalJson.Of(number)));
            var exact = new decimal(random.Next(), 0, 0, random.Next(2) == 0, (byte)random.Next(8));
            Assert.Equal(exact, JsonSerializer.Deserialize<decimal>(CanonicalJson.Of(exact)));
            Assert.Equal(CanonicalJson.Of(exact), CanonicalJson.Of(exact * 1.000m));
        }
    }

    [Fact]
    public void Names_stand_in_one_order_and_lists_in_their_own()
    {
        using var first = JsonDocument.Parse("""{"b":[2,1.0], "a":{"z":null,"É":"樓 <\"","B":true}}""");
        using var second = JsonDocument.Parse(
            """{ "a": {"B":true,"É":"\u6a13 \u003c\u0022","z":null}, "b": [2e0, 1] }"""
        );

        Assert.Equal("""{"a":{"B":true,"z":null,"É":"樓 <\""},"b":[2,1]}""", CanonicalJson.Of(first.RootElement));
        Assert.Equal(CanonicalJson.Hash(first.RootElement), CanonicalJson.Hash(second.RootElement));
        Assert.NotEqual(CanonicalJson.Hash<List<int>>([1, 2]), CanonicalJson.Hash<List<int>>([2, 1]));
    }

    [Fact]
    public void A_difference_is_named_by_its_path() =>
        Assert.Equal(
            [new("list[0].score", "1", "15e-1"), new("list[1]", """{"score":3}""", null), new("name", null, "\"x\"")],
            CanonicalJson.Differences<object>(
                new { List = new[] { new { Score = 1m }, new { Score = 3m } } },
                new { Name = "x", List = new[] { new { Score = 1.5m } } },
                10
            )
        );

    [Fact]
    public void Equal_content_has_no_difference_and_no_more_are_named_than_asked()
    {
        Assert.Empty(CanonicalJson.Differences<List<decimal>>([1.0m], [1.00m], 10));
        Assert.Equal(2, CanonicalJson.Differences<List<int>>([1, 2, 3], [4, 5, 6], 2).Length);
    }
}
