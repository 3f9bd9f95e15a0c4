using Matchmaker.Grains.Buildings;

namespace Matchmaker.Grains.Tests.Buildings;

public sealed class SpacePlaceTests
{
    [Theory]
    [InlineData("A", 12, "12A", null)]
    [InlineData("Flat A", 12, "A室", 12)]
    [InlineData("Unit A, 12/F", null, "12樓A室", null)]
    [InlineData("12/F A", null, "十二樓Ａ室", null)]
    [InlineData("12th Floor, Room A", null, "Level 12 Unit A", null)]
    [InlineData("5/F Unit 3", null, "五樓3號", null)]
    [InlineData("五樓3室", null, "３室", 5)]
    [InlineData("503", 5, "Room 3", 5)]
    [InlineData("503室", null, "5F-03", null)]
    [InlineData("21F B", null, "二十一樓B", null)]
    [InlineData("G/F Shop 5", null, "地下5號舖", null)]
    [InlineData("G5", 0, "5", 0)]
    [InlineData("Whole floor", 5, "五樓全層", null)]
    [InlineData("5/F", null, "整層", 5)]
    [InlineData("Block B Unit 3", 7, "B座3室", 7)]
    [InlineData("Units A & B", 7, "A-B", 7)]
    public void Spellings_of_one_unit_are_one_place(string unit, int? floor, string other, int? otherFloor)
    {
        var (one, two) = (SpacePlace.Of(unit, floor), SpacePlace.Of(other, otherFloor));

        Assert.NotNull(one);
        Assert.Equal((one.Floor, one.Unit), (two?.Floor, two?.Unit));
    }

    [Theory]
    [InlineData("A", 12, "A", 11)]
    [InlineData("A", 12, "B", 12)]
    [InlineData("A", 12, "A", null)]
    [InlineData("1", 12, "11", 12)]
    [InlineData("Block A Unit 3", 7, "Block B Unit 3", 7)]
    [InlineData("5/F", null, "5/F A", null)]
    [InlineData("前座", 7, "後座", 7)]
    [InlineData("A-B", 7, "A", 7)]
    public void Other_units_are_other_places(string unit, int? floor, string other, int? otherFloor) =>
        Assert.NotEqual(
            (SpacePlace.Of(unit, floor)?.Floor, SpacePlace.Of(unit, floor)?.Unit),
            (SpacePlace.Of(other, otherFloor)?.Floor, SpacePlace.Of(other, otherFloor)?.Unit)
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("室")]
    [InlineData("—")]
    public void What_names_no_unit_is_no_place(string? unit) => Assert.Null(SpacePlace.Of(unit, 5));
}
