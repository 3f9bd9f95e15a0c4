using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Firms;
using Matchmaker.Matching;
using Matchmaker.Silo.Sample.Buildings;

namespace Matchmaker.Silo.Sample.Firms;

/// <summary>
/// 150 invented manufacturers in the real buildings of Kowloon East, since no open register of firms exists. Each is
/// marked as a sample, and its registration number belongs to nobody.
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

    // Workshops stand together: more than half of the firms are in these.
    private static readonly string[] Large =
    [
        "kwun-tong-industrial-centre-phase-1",
        "kwun-tong-industrial-centre-phase-4",
        "how-ming-factory-building",
        "international-industrial-building",
        "kowloon-bay-industrial-centre",
        "sunshine-kowloon-bay-cargo-centre",
        "hope-sea-industrial-centre",
        "tonic-industrial-centre-block-a",
    ];

    /// <summary>
    /// All firms in a fixed order, the same for the same seed and day; the first is the sample account's.
    /// </summary>
    public static ImmutableArray<Firm> All(int seed, DateOnly today) =>
        [.. Enumerable.Range(1, Count).Select(number => Make(seed, number, today))];

    private static Firm Make(int seed, int number, DateOnly today)
    {
        var random = RandomSource.For(seed, $"firm {number}");
        var (trade, round) = (Trade.All[(number - 1) % Trade.All.Length], (number - 1) / Trade.All.Length);
        var building =
            number == 1
                ? SampleBuildings.Real.First(real => real.Id == "prosperity-center")
                : BuildingOf(seed, number, random);
        var values = new FirmValues(trade, building, random, today);
        // The first firm of each trade states every capability of the trade, so that each kind of need finds a match.
        var isModel = round == 0;
        return new()
        {
            Id = $"f{number}",
            Name =
                number == 1
                    ? new("Sample Precision Metal Works", "示例精密五金廠", "示例精密五金厂")
                    : NameOf(trade, (number + round) * 3 % Houses.Length),
            Address = AddressOf(building, random),
            BuildingId = building.Id,
            RegistrationNumber =
                isModel || random.Of(0.7) ? string.Create(CultureInfo.InvariantCulture, $"SAMPLE-{number:0000}") : null,
            Values = values.Stated(isModel),
            Facts = isModel ? null : values.Facts(),
            VerifiedOn = isModel ? today.AddDays(-random.Int(1, 20)) : Verified(random, today),
            Source = SampleBuildings.InventedSource,
            Public = isModel || random.Of(0.92),
            Sample = true,
        };
    }

    private static Building BuildingOf(int seed, int number, RandomSource random)
    {
        var (any, own) = (
            random.Pick(SampleBuildings.Real.AsSpan()),
            RandomSource.For(seed, $"firm {number} building")
        );
        var id = own.Of(0.55) ? own.Pick(Large) : any.Id;
        return SampleBuildings.Real.First(building => building.Id == id);
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

    private static LocalText AddressOf(Building building, RandomSource random)
    {
        var (floor, unit) = (random.Int(1, 12), (char)('A' + random.Int(0, 7)));
        return new(
            $"Unit {unit}, {floor}/F, {building.Address?.En}",
            building.Address?.ZhHant is { } street ? $"{street}{floor}樓{unit}室" : null
        );
    }

    private static DateOnly? Verified(RandomSource random, DateOnly today) =>
        random.Of(0.05)
            ? null
            : today.AddDays(
                -(
                    random.Of(0.65) ? random.Int(0, 55)
                    : random.Of(0.7) ? random.Int(61, 300)
                    : random.Int(370, 700)
                )
            );
}
