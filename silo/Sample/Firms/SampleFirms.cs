using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Firms;
using Matchmaker.Matching;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// A hundred and fifty invented manufacturers, because there is no open register of them, in the real buildings of Kowloon East. Each is marked
/// as a sample, and its registration number can be nobody's.
/// </summary>
public static class SampleFirms
{
    /// <summary>The sample account's firm.</summary>
    public const string First = "f1";

    private const int Count = 150;

    private static readonly (string En, string ZhHant, string ZhHans)[] Houses =
    [
        ("Wing Tai", "永泰", "永泰"),
        ("Kwong Hing", "廣興", "广兴"),
        ("Shun Fat", "順發", "顺发"),
        ("Lee Kee", "利記", "利记"),
        ("Tai Shing", "大成", "大成"),
        ("Yau Luen", "友聯", "友联"),
        ("Fook Cheong", "福昌", "福昌"),
        ("Hop Yick", "合益", "合益"),
        ("Man Wah", "文華", "文华"),
        ("Sun Ming", "新明", "新明"),
        ("Chun Fung", "俊豐", "俊丰"),
        ("Kin Yip", "建業", "建业"),
        ("Po Shing", "寶成", "宝成"),
        ("Tung Sang", "東生", "东生"),
        ("Wai Lik", "偉力", "伟力"),
        ("Ngai Hing", "藝興", "艺兴"),
        ("Yuen Tat", "遠達", "远达"),
        ("Chi Keung", "志強", "志强"),
        ("Ming Fai", "明輝", "明辉"),
        ("Sing Lung", "星龍", "星龙"),
    ];

    /// <summary>In a fixed order; the first is the sample account's. The same for the same seed and day.</summary>
    public static ImmutableArray<Firm> All(int seed, DateOnly today) =>
        [.. Enumerable.Range(1, Count).Select(number => Make(seed, number, today))];

    private static Firm Make(int seed, int number, DateOnly today)
    {
        var chance = Chance.For(seed, $"firm {number}");
        var (trade, place) = (Trade.All[(number - 1) % Trade.All.Length], (number - 1) / Trade.All.Length);
        var building =
            number == 1
                ? SampleBuildings.Real.First(one => one.Id == "prosperity-center")
                : chance.Pick(SampleBuildings.Real.AsSpan());
        var values = new FirmValues(trade, building, chance, today);
        // Because each kind of need is to find somebody, the first of each trade can do all that the trade can, and says so.
        var isModel = place == 0;
        return new()
        {
            Id = $"f{number}",
            Name =
                number == 1
                    ? new("Sample Precision Metal Works", "示例精密五金廠", "示例精密五金厂")
                    : NameOf(trade, (number + place) * 3 % Houses.Length),
            Address = AddressOf(building, chance),
            BuildingId = building.Id,
            RegistrationNumber =
                isModel || chance.Of(0.7) ? string.Create(CultureInfo.InvariantCulture, $"SAMPLE-{number:0000}") : null,
            Values = values.Stated(isModel),
            Facts = isModel ? null : values.Facts(),
            VerifiedOn = isModel ? today.AddDays(-chance.Int(1, 20)) : Verified(chance, today),
            Source = SampleBuildings.InventedSource,
            Public = isModel || chance.Of(0.92),
            Sample = true,
        };
    }

    private static LocalText NameOf(Trade trade, int house)
    {
        var (en, hant, hans) = Houses[house];
        return new(
            $"{en} {trade.Name.En} Limited",
            $"{hant}{trade.Name.ZhHant}有限公司",
            $"{hans}{trade.Name.ZhHans}有限公司"
        );
    }

    private static LocalText AddressOf(Building building, Chance chance)
    {
        var (floor, unit) = (chance.Int(1, 12), (char)('A' + chance.Int(0, 7)));
        return new(
            $"Unit {unit}, {floor}/F, {building.Address?.En}",
            building.Address?.ZhHant is { } street ? $"{street}{floor}樓{unit}室" : null
        );
    }

    private static DateOnly? Verified(Chance chance, DateOnly today) =>
        chance.Of(0.05)
            ? null
            : today.AddDays(
                -(
                    chance.Of(0.65) ? chance.Int(0, 55)
                    : chance.Of(0.7) ? chance.Int(61, 300)
                    : chance.Int(370, 700)
                )
            );
}
