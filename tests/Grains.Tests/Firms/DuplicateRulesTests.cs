using Matchmaker.Contracts.Firms;
using Matchmaker.Grains.Firms;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Tests.Firms;

public sealed class DuplicateRulesTests
{
    private const string House = "133 Wai Yip Street, Kwun Tong";

    [Theory]
    // Company words, case, full width, signs and the order of words tell nobody apart.
    [InlineData("Wing Tai Metal Works Ltd", "WING TAI METAL WORKS LIMITED")]
    [InlineData("Wing Tai Metal Works Ltd.", "Wing Tai Metal Works Co., Ltd.")]
    [InlineData("Wing Tai Metal Works", "Wing Tai Metal Works Company Limited")]
    [InlineData("Wing-Tai Metal Works", "Wing Tai Metal Works")]
    [InlineData("Ｗｉｎｇ　Ｔａｉ Metal Works", "Wing Tai Metal Works")]
    [InlineData("Tai Wing Metal Works", "Metal Works Wing Tai")]
    [InlineData("Wing & Tai Metal Works", "Wing and Tai Metal Works")]
    [InlineData("The Wing Tai Metal Works Inc", "Wing Tai Metal Works")]
    [InlineData("Wing Tai Plastic Mould Fty", "Wing Tai Plastic Mold Factory Ltd")]
    [InlineData("Wing Tai Mfg Co", "Wing Tai Manufacturing Limited")]
    [InlineData("Wing Tai (H.K.) Aluminium", "wing tai h k aluminum")]
    [InlineData("永泰五金廠有限公司", "永泰五金")]
    [InlineData("永泰五金廠", "永泰五金厂")]
    [InlineData("永泰五金有限公司", "永泰五金股份有限公司")]
    [InlineData("永泰五金（香港）有限公司", "永泰五金(香港)公司")]
    [InlineData("觀塘精密儀器製造廠", "观塘精密仪器制造厂")]
    [InlineData("鴻業電子有限公司", "鸿业电子有限公司")]
    [InlineData("ABC 五金廠", "ａｂｃ五金厂有限公司")]
    [InlineData("永泰 五金 廠", "永泰五金")]
    public void Names_that_are_spelt_otherwise_are_the_same(string one, string other)
    {
        Assert.Equal((DuplicateVerdict.PossibleMatch, "Name"), Compare(Firm(one), Firm(other)));
        Assert.Equal((DuplicateVerdict.Match, "Name Address"), Compare(Firm(one, House), Firm(other, House)));
        Assert.Equal(
            (DuplicateVerdict.Match, "Name Building"),
            Compare(Firm(one) with { BuildingId = "b1" }, Firm(other) with { BuildingId = "b1" })
        );
    }

    [Theory]
    [InlineData("Wing Tai Metal Works", "Wing Fat Metal Works Supplies")]
    [InlineData("永泰五金廠", "永興塑膠廠")]
    [InlineData("Company Limited", "Ltd.")]
    [InlineData("有限公司", "公司")]
    [InlineData("永泰五金", "Wing Tai Metal")]
    [InlineData("泰永五金", "永泰五金電子")]
    public void Other_names_are_other_firms(string one, string other) =>
        Assert.Equal((DuplicateVerdict.New, ""), Compare(Firm(one), Firm(other)));

    [Theory]
    [InlineData(
        "133 Wai Yip Street, Kwun Tong",
        "Unit 5, 12/F, Cheung Fai Industrial Building, 133 Wai Yip St., Kowloon, Hong Kong"
    )]
    [InlineData("Flat A, 3/F., 25 Chong Yip Street", "25 CHONG YIP STREET, KWUN TONG")]
    [InlineData("133-135 Wai Yip Street", "133 - 135 Wai Yip St")]
    [InlineData("8 Kwun Tong Road East", "Room 1204, 8 Kwun Tong Rd East")]
    [InlineData("九龍觀塘偉業街133號", "觀塘偉業街133號長輝工業大廈12樓A室")]
    [InlineData("九龙观塘伟业街133号5楼", "九龍觀塘偉業街１３３號")]
    [InlineData("九龍觀塘道388號", "觀塘區觀塘道388號2樓")]
    [InlineData("新蒲崗大有街33號", "九龍新蒲崗大有街33號佳力工業大廈")]
    [InlineData("九龍灣宏開道133至135號", "宏開道133-135號")]
    public void Addresses_with_the_same_number_and_street_are_the_same(string one, string other) =>
        Assert.Equal(
            (DuplicateVerdict.Match, "Name Address"),
            Compare(Firm("Wing Tai", one), Firm("Wing Tai Ltd", other))
        );

    [Theory]
    [InlineData("133 Wai Yip Street", "135 Wai Yip Street")]
    [InlineData("133 Wai Yip Street", "133 Hung To Road")]
    [InlineData("133 Wai Yip Street", "133A Wai Yip Street")]
    [InlineData("8 Kwun Tong Road East", "8 Kwun Tong Road West")]
    [InlineData("觀塘偉業街133號", "觀塘偉業街13號")]
    [InlineData("觀塘偉業街133號", "觀塘鴻圖道133號")]
    [InlineData("Kwun Tong, Kowloon", "Kwun Tong, Kowloon")]
    public void Addresses_of_other_houses_or_of_none_are_no_sign(string one, string other) =>
        Assert.Equal(
            (DuplicateVerdict.PossibleMatch, "Name"),
            Compare(Firm("Wing Tai", one), Firm("Wing Tai Ltd", other))
        );

    [Theory]
    [InlineData("Wing Tai Metal Works", "Wing Tai Metal Supplies", House, true)]
    [InlineData("永泰五金", "永興五金", House, true)]
    [InlineData("Wing Tai Metal Works", "Kwong Hing Plastic Mould", House, false)]
    [InlineData("Wing Tai Metal Works", "Wing Tai Metal Supplies", "7 Hing Yip Street", false)]
    public void A_similar_name_counts_in_the_same_house_alone(
        string one,
        string other,
        string address,
        bool isPossible
    ) =>
        Assert.Equal(
            isPossible ? (DuplicateVerdict.PossibleMatch, "Name Address") : (DuplicateVerdict.New, ""),
            Compare(Firm(one, House), Firm(other, address))
        );

    [Theory]
    [InlineData("55123456-000", "55123456/000", DuplicateVerdict.Match)]
    [InlineData("ab-12", "AB12", DuplicateVerdict.Match)]
    [InlineData("55123456", "55123457", DuplicateVerdict.New)]
    public void One_registration_number_is_one_firm_whatever_else_it_says(
        string one,
        string other,
        DuplicateVerdict verdict
    ) =>
        Assert.Equal(
            (verdict, verdict is DuplicateVerdict.Match ? "RegistrationNumber" : ""),
            Compare(
                Firm("Wing Tai") with
                {
                    RegistrationNumber = one,
                },
                Firm("Kwong Hing") with
                {
                    RegistrationNumber = other,
                }
            )
        );

    [Fact]
    public void Two_registration_numbers_leave_no_more_than_a_possible_match() =>
        Assert.Equal(
            (DuplicateVerdict.PossibleMatch, "Name Address"),
            Compare(
                Firm("Wing Tai", House) with
                {
                    RegistrationNumber = "1",
                },
                Firm("Wing Tai", House) with
                {
                    RegistrationNumber = "2",
                }
            )
        );

    [Fact]
    public void The_same_name_in_any_one_language_is_enough() =>
        Assert.Equal(
            (DuplicateVerdict.PossibleMatch, "Name"),
            Compare(
                new() { Name = new("Wing Tai Metal", "永泰五金廠") },
                new() { Name = new("Eternal Peace Hardware", null, "永泰五金厂") }
            )
        );

    [Fact]
    public void Firms_that_are_no_strangers_have_a_key_in_common_and_the_order_of_the_two_does_not_matter()
    {
        string[] words = ["Wing", "Tai", "Kwong", "Metal", "Works", "Hing", "Ltd"];
        var chance = new Random(7);
        var firms = Enumerable
            .Range(0, 150)
            .Select(_ =>
                Firm(
                    string.Join(
                        ' ',
                        Enumerable.Range(0, chance.Next(1, 6)).Select(_ => words[chance.Next(words.Length)])
                    ),
                    chance.Next(3) == 0 ? null : $"{chance.Next(1, 3)} Wai Yip Street"
                ) with
                {
                    RegistrationNumber = chance.Next(4) == 0 ? $"{chance.Next(9)}" : null,
                }
            )
            .Select(DuplicateTraits.Of)
            .ToList();
        foreach (var firm in firms)
        {
            foreach (var other in firms)
            {
                var (found, back) = (DuplicateRules.Compare(firm, other), DuplicateRules.Compare(other, firm));
                Assert.Equal(
                    (found.Verdict, string.Join(' ', found.Reasons)),
                    (back.Verdict, string.Join(' ', back.Reasons))
                );
                Assert.True(found.Verdict is DuplicateVerdict.New || firm.Keys.Intersect(other.Keys).Any());
            }
        }
    }

    private static Firm Firm(string name, string? address = null) =>
        new() { Name = new(Plain: name), Address = address is null ? null : new LocalText(Plain: address) };

    private static (DuplicateVerdict, string) Compare(Firm firm, Firm other)
    {
        var (verdict, reasons) = DuplicateRules.Compare(DuplicateTraits.Of(firm), DuplicateTraits.Of(other));
        return (verdict, string.Join(' ', reasons));
    }
}
