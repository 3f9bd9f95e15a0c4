using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Buildings;

/// <summary>The real buildings of Kowloon East, from public records, and invented ones, marked as samples.</summary>
public static class SampleBuildings
{
    /// <summary>The source stated for invented data.</summary>
    public const string InventedSource = "Invented sample data";

    /// <summary>The owner of three buildings in Kowloon East.</summary>
    public const string FirstOwner = "owners/o1";

    private const string ParkOwner = "owners/o2";

    /// <summary>208 real buildings, not samples, each with its public source.</summary>
    public static ImmutableArray<Building> Real { get; } = Read("buildings.csv");

    /// <summary>
    /// Buildings of Science Park, Cyberport, Hetao and the InnoParks, not samples, with the industries that their
    /// operators admit. One without a point of its own has its campus's, which its source says.
    /// </summary>
    public static ImmutableArray<Building> Campuses { get; } = Read("campuses.csv");

    /// <summary>
    /// Three buildings of the sample owner in Kowloon East, and eight in the parks that the policy paper names.
    /// </summary>
    public static ImmutableArray<Building> Invented { get; } =
    [
        Make(
            "sample-harbour-works",
            ("Harbour Works Centre", "海濱工坊中心", "海滨工坊中心"),
            "kwunTong",
            22.3098,
            114.2229,
            2014,
            22,
            "flattedFactory",
            FirstOwner
        ),
        Make(
            "sample-foundry-house",
            ("Foundry House", "鑄造大廈", "铸造大厦"),
            "kowloonBay",
            22.3217,
            114.2085,
            1996,
            14,
            "flattedFactory",
            FirstOwner
        ),
        Make(
            "sample-sky-mill",
            ("Sky Mill Tower", "天際工廠大廈", "天际工厂大厦"),
            "sanPoKong",
            22.3356,
            114.1983,
            1984,
            16,
            "industrialOffice",
            FirstOwner
        ),
        Make(
            "sample-science-park-lab-1",
            ("Sample Laboratory Block 1", "示例實驗大樓一座", "示例实验大楼一座"),
            "sciencePark",
            22.4262,
            114.2096,
            2008,
            9,
            "laboratory",
            ParkOwner
        ),
        Make(
            "sample-science-park-lab-2",
            ("Sample Laboratory Block 2", "示例實驗大樓二座", "示例实验大楼二座"),
            "sciencePark",
            22.4279,
            114.2118,
            2019,
            14,
            "laboratory",
            ParkOwner
        ),
        Make(
            "sample-science-park-works",
            ("Sample Pilot Works", "示例中試廠房", "示例中试厂房"),
            "sciencePark",
            22.4246,
            114.2131,
            2016,
            6,
            "parkFactory",
            ParkOwner
        ),
        Make(
            "sample-cyberport-1",
            ("Sample Digital Block 1", "示例數碼大樓一座", "示例数码大楼一座"),
            "cyberport",
            22.2612,
            114.1301,
            2004,
            10,
            "office",
            ParkOwner
        ),
        Make(
            "sample-cyberport-2",
            ("Sample Digital Block 2", "示例數碼大樓二座", "示例数码大楼二座"),
            "cyberport",
            22.2599,
            114.1322,
            2024,
            12,
            "office",
            ParkOwner
        ),
        Make(
            "sample-hetao-lab-1",
            ("Sample Wet Laboratory 1", "示例濕實驗室一座", "示例湿实验室一座"),
            "hetao",
            22.5148,
            114.0785,
            2025,
            8,
            "laboratory",
            ParkOwner
        ),
        Make(
            "sample-hetao-lab-2",
            ("Sample Wet Laboratory 2", "示例濕實驗室二座", "示例湿实验室二座"),
            "hetao",
            22.5156,
            114.0802,
            2025,
            8,
            "laboratory",
            ParkOwner
        ),
        Make(
            "sample-hetao-works",
            ("Sample Park Factory", "示例園區廠房", "示例园区厂房"),
            "hetao",
            22.5139,
            114.0813,
            2026,
            5,
            "parkFactory",
            ParkOwner
        ),
    ];

    private static ImmutableArray<Building> Read(string table)
    {
        using var csv = typeof(SampleBuildings).Assembly.GetManifestResourceStream($"Matchmaker.Silo.Sample.{table}")!;
        // The stream is in memory, so the task is already complete.
        var patches = ListingFiles.ReadCsv(ListingKind.Buildings, csv).GetAwaiter().GetResult();
        return [.. patches.Select(Of)];
    }

    private static Building Of(ListingPatch patch) =>
        new()
        {
            Id = patch.Id,
            Name = patch.Name,
            Address = patch.Address,
            Values = patch.Values,
            VerifiedOn = patch.VerifiedOn,
            Source = patch.Source,
            Public = patch.Public ?? false,
        };

    // As the real buildings of its campus do; nothing elsewhere.
    private static ImmutableSortedDictionary<string, Value> Admitting(string district) =>
        Campuses.FirstOrDefault(building => building.Values["district"] == new CodeValue(district)) is { } real
        && real.Values.TryGetValue("admission", out var admission)
            ? ImmutableSortedDictionary<string, Value>.Empty.Add("admission", admission)
            : ImmutableSortedDictionary<string, Value>.Empty;

    private static Building Make(
        string id,
        (string En, string ZhHant, string ZhHans) name,
        string district,
        double lat,
        double lon,
        int year,
        int storeys,
        string kind,
        string owner
    ) =>
        new()
        {
            Id = id,
            Name = new(name.En, name.ZhHant, name.ZhHans),
            Owner = owner,
            Public = true,
            Sample = true,
            Source = InventedSource,
            Values = Admitting(district)
                .Add("district", new CodeValue(district))
                .Add("kind", new CodeValue(kind))
                .Add("location", new PointValue(lat, lon))
                .Add("singleOwner", new FlagValue(true))
                .Add("storeys", new NumberValue(storeys))
                .Add("yearCompleted", new NumberValue(year)),
        };
}
