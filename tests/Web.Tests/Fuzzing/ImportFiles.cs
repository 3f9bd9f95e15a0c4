using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>CSV and GeoJSON files by chance, most of them nearly right.</summary>
internal static class ImportFiles
{
    private static readonly string[] Columns =
    [
        "id",
        "name_en",
        "name_zh_hant",
        "building_id",
        "area",
        "uses",
        "lat",
        "lon",
        "verified_on",
        "public",
        "owner",
        "source",
        "status",
        "position",
        "capabilities",
    ];

    public static string Next(Random chance, IReadOnlyDictionary<string, List<string>> ids) =>
        chance.Next(2) == 0 ? Csv(chance, ids) : GeoJson(chance, ids);

    private static string Csv(Random chance, IReadOnlyDictionary<string, List<string>> ids)
    {
        var columns = Some(chance);
        var rows = Enumerable
            .Range(0, chance.Next(1, 4))
            .Select(_ => string.Join(',', columns.Select(column => Cell(chance, ids, column))));
        return string.Join(chance.Next(3) == 0 ? "\r\n" : "\n", rows.Prepend(string.Join(',', columns)));
    }

    private static string GeoJson(Random chance, IReadOnlyDictionary<string, List<string>> ids)
    {
        var features = new JsonArray();
        for (var i = chance.Next(1, 4); i > 0; i--)
        {
            var properties = new JsonObject();
            foreach (var column in Some(chance).Where(column => column is not ("lat" or "lon")))
                properties[column] = chance.Next(3) switch
                {
                    0 => HostileText.Text(chance),
                    1 => HostileText.Number(chance),
                    _ => Cell(chance, ids, column),
                };
            features.Add(
                new JsonObject
                {
                    ["type"] = "Feature",
                    ["geometry"] = chance.Next(3) == 0 ? HostileText.Nested(chance) : Point(chance),
                    ["properties"] = properties,
                }
            );
        }

        JsonNode file = new JsonObject { ["type"] = "FeatureCollection", ["features"] = features };
        var mutations = new Mutations(chance);
        return mutations.Written(chance.Next(3) == 0 ? mutations.Change(file) : file);
    }

    private static JsonObject Point(Random chance) =>
        new()
        {
            ["type"] = "Point",
            ["coordinates"] = new JsonArray(114.2, chance.Next(2) == 0 ? 22.3 : HostileText.Number(chance)),
        };

    private static List<string> Some(Random chance) =>
        [
            .. Columns.Where((_, index) => index == 0 || chance.Next(3) == 0),
            .. chance.Next(8) == 0 ? ["frob"] : Array.Empty<string>(),
        ];

    private static string Cell(Random chance, IReadOnlyDictionary<string, List<string>> ids, string column) =>
        (column, chance.Next(3)) switch
        {
            ("id", > 0) => $"fuzz{chance.Next(50)}",
            ("building_id", > 0) => ids["buildings"] is [var first, ..] ? first : "none",
            (_, 0) => new[]
            {
                "",
                " ",
                "unknown",
                "\"a\nb\"",
                "\"",
                "\0",
                "=1",
                "1e400",
                "1e28 m2",
                "漢",
                "x|y",
                "a=b",
                "9999-12-31",
            }[chance.Next(13)],
            ("area", _) => $"{chance.Next(10, 900)} m2",
            ("public", _) => "yes",
            _ => $"text {chance.Next(100)}",
        };
}
