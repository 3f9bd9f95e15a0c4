using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Places;

/// <summary>
/// The MTR stations of the district and their exits, read once from the built-in stations.csv, which names the sources
/// of its positions.
/// </summary>
public static class StationTable
{
    /// <summary>What "near" means without a distance, in metres.</summary>
    public const int NearMetres = 500;

    /// <summary>The stations, in the table's order.</summary>
    public static ImmutableArray<Station> All { get; } = Read();

    /// <summary>To be at most so many metres from a station.</summary>
    public static Criterion Within(decimal metres, string code) =>
        new()
        {
            Attribute = StationDistance.Location,
            Op = Op.Within,
            Of = All.First(station => station.Code == code).Position,
            Limit = new NumberValue(metres),
        };

    private static ImmutableArray<Station> Read() =>
        [
            .. Csv.Embedded("Places.stations.csv")
                .GroupBy(row => row["station_code"])
                .Select(rows =>
                {
                    // The row without an exit is the station itself.
                    var itself = rows.Single(row => row["exit"].Length == 0);
                    return new Station(
                        rows.Key,
                        new(itself["name_en"], itself["name_zh_hant"], itself["name_zh_hans"]),
                        Point(itself),
                        [.. rows.Where(row => row["exit"].Length > 0).Select(Point)]
                    );
                }),
        ];

    private static PointValue Point(IReadOnlyDictionary<string, string> row) =>
        new(Degrees(row["lat"]), Degrees(row["lon"]));

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <param name="Code">The operator's code, such as <c>KWT</c>.</param>
/// <param name="Position">The mean of its exits.</param>
public sealed record Station(string Code, LocalText Name, PointValue Position, ImmutableArray<PointValue> Exits);
