using CsCheck;
using Matchmaker.Matching.Search;
using Xunit;

namespace Matchmaker.Matching.Tests.Search;

public class FoldingTests
{
    [Theory]
    [InlineData("裡裏里")]
    [InlineData("臺台檯枱")]
    [InlineData("舖鋪铺")]
    [InlineData("著着")]
    [InlineData("峯峰")]
    [InlineData("衞衛卫")]
    [InlineData("綫線线")]
    [InlineData("啓啟启")]
    [InlineData("滙匯汇")]
    [InlineData("櫃柜")]
    [InlineData("麵麪面")]
    [InlineData("鷄雞鸡")]
    [InlineData("説說说")]
    [InlineData("污汚")]
    [InlineData("羣群")]
    [InlineData("粧妝妆")]
    [InlineData("銹鏽锈")]
    [InlineData("牀床")]
    public void A_character_and_its_variants_fold_alike(string variants) =>
        Assert.Single(variants.Select(c => Folding.Of(c.ToString())).Distinct());

    [Theory]
    [InlineData("觀塘工業大廈", "观塘工业大厦")]
    [InlineData("ＣＮＣ　加工", "cnc加工")]
    [InlineData("5-axis machining", "5 Axis  Machining")]
    [InlineData("Injection moulding", "injection molding")]
    [InlineData("Aluminium", "ALUMINUM")]
    [InlineData("clean-room centre", "clean room center")]
    [InlineData("carbon fibres", "Carbon Fiber")]
    [InlineData("anodising", "anodizing")]
    [InlineData("sterilisation", "sterilization")]
    [InlineData("vapour / colour / labour", "vapor, color, labor")]
    [InlineData("jewellery", "jewelry")]
    [InlineData("electrolyser", "electrolyzer")]
    [InlineData("modelling", "modeling")]
    [InlineData("batteries", "battery")]
    [InlineData("gift boxes", "gift box")]
    [InlineData("paediatric orthopaedics", "pediatric orthopedics")]
    public void Spellings_of_one_word_fold_alike(string left, string right) =>
        Assert.Equal(Folding.Of(left), Folding.Of(right));

    [Theory]
    [InlineData("four", "for")]
    [InlineData("gas", "ga")]
    [InlineData("process", "proces")]
    [InlineData("觀塘", "油塘")]
    public void Different_words_stay_different(string left, string right) =>
        Assert.NotEqual(Folding.Of(left), Folding.Of(right));

    [Theory]
    [InlineData("Kwun Tong 觀塘道388號", "388 kwun tong 号 塘道 观塘")]
    [InlineData("貨𨋢", "货𨋢")]
    [InlineData("座", "座")]
    [InlineData("A座 A座", "a 座")]
    [InlineData("", "")]
    public void Text_is_found_by_words_and_by_pairs_of_characters(string text, string tokens) =>
        Assert.Equal(tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries), Tokens.Of(text));

    [Fact]
    public void No_text_makes_the_search_throw() =>
        Gen.Int[0, 0xFFFF]
            .Select(c => (char)c)
            .Array[0, 40]
            .Sample(chars =>
            {
                var text = new string(chars);
                Assert.Equal(Folding.Of(text), Folding.Of(text));
                Assert.True(Tokens.Of(text).IsDefault == false);
            });
}
