using System.Text;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>Requests by chance, most of them nearly right.</summary>
/// <param name="ids">Ids by collection.</param>
/// <param name="present">What GET of a path answers an officer: the body and its ETag; null: nothing.</param>
internal sealed class RequestMaker(
    Random chance,
    JsonObject document,
    IReadOnlyDictionary<string, List<string>> ids,
    Func<string, Task<(JsonNode Body, string? Tag)?>> present
)
{
    private static readonly string[] Files =
    [
        "spaces.csv",
        "spaces.geojson",
        "firms.xlsx",
        "buildings.csv",
        "centres.csv",
        "none.csv",
        "spaces.",
        ".csv",
        "introductions.csv",
    ];

    private static readonly string[] Types =
    [
        "text/plain",
        "application/json; charset=utf-16",
        "application/json; charset=\"",
        "application/xml",
        ";",
        "application/json;;;",
        "multipart/form-data",
        "text/csv",
        "application/geo+json",
    ];

    private readonly Shapes _shapes = new(
        document,
        chance,
        collection =>
            ids.TryGetValue(collection, out var some) && some.Count > 0 ? some[chance.Next(some.Count)] : "none"
    );
    private readonly Mutations _mutations = new(chance);

    public async Task<FuzzRequest> Next(FuzzRoute route, string who)
    {
        var path = Filled(route.Path);
        var current =
            route.Record is { } record && chance.Next(3) > 0 && !path.Contains('%', StringComparison.Ordinal)
                ? await present(path[..Math.Min(path.Length, Depth(path, record.Count(sign => sign == '/')))])
                : null;
        var headers = new List<(string, string)>();
        if (route.Headers.Contains("If-Match") && chance.Next(8) > 0)
            headers.Add(("If-Match", chance.Next(5) > 0 ? current?.Tag ?? "\"1\"" : Odd()));
        if (chance.Next(6) == 0)
            headers.Add(("Idempotency-Key", chance.Next(2) == 0 ? $"key-{chance.Next(30)}" : Odd()));
        if (chance.Next(3) == 0)
            headers.Add(("Accept-Language", chance.Next(2) == 0 ? "zh-HK" : Odd()));
        if (chance.Next(30) == 0)
            headers.Add(("Accept", Odd()));
        var body = Body(route, current?.Body);
        return new(
            route,
            who,
            path + Query(route),
            headers,
            body,
            body is null || chance.Next(25) == 0 ? null
                : chance.Next(25) == 0 ? Types[chance.Next(Types.Length)]
                : route.TakesFile ? (chance.Next(2) == 0 ? "text/csv" : "application/geo+json")
                : "application/json"
        );
    }

    private static int Depth(string path, int slashes)
    {
        var at = 0;
        for (var i = 0; i < slashes; i++)
            at = path.IndexOf('/', at) + 1;
        return path.IndexOf('/', at) is > 0 and var end ? end : path.Length;
    }

    private byte[]? Body(FuzzRoute route, JsonNode? current)
    {
        if (route.TakesFile)
            return Encoding.UTF8.GetBytes(ImportFiles.Next(chance, ids));
        if (route.Body is null)
            return chance.Next(20) == 0 && route.IsWrite ? "[]"u8.ToArray() : null;
        if (chance.Next(60) == 0)
            return [0xFF, 0xFE, 0x7B, 0xC3, 0x28, 0x7D];
        var body =
            route.Method == "PUT" && current is not null && chance.Next(2) == 0
                ? current.DeepClone()
                : _shapes.Of(route.Body);
        for (var changes = Math.Max(0, chance.Next(6) - 2); changes > 0; changes--)
            body = _mutations.Change(body);
        return Encoding.UTF8.GetBytes(_mutations.Written(body));
    }

    private string Filled(string path)
    {
        var parts = path.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            if (!parts[i].StartsWith('{'))
                continue;
            parts[i] =
                chance.Next(6) == 0
                    ? HostileText.Encoded(chance)
                    : parts[i] switch
                    {
                        "{file}" => Files[chance.Next(Files.Length)],
                        "{kind}" => Pick(["buildings", "spaces", "firms", "centres", "none"]),
                        "{board}" => Pick(["sites", "partners", "research", "opportunities", "none"]),
                        "{building}" => Pick(ids["spaces"]).Split('/')[0],
                        "{space}" => Pick(ids["spaces"]).Split('/')[^1],
                        "{meeting}" or "{meeting}.ics" => $"{new string('0', 32)}.ics",
                        _ => Uri.EscapeDataString(ids.TryGetValue(parts[i - 1], out var some) ? Pick(some) : "none"),
                    };
        }

        return string.Join('/', parts);
    }

    private string Query(FuzzRoute route)
    {
        var values = route
            .Query.Where(_ => chance.Next(2) == 0)
            .SelectMany(name => Enumerable.Repeat(name, chance.Next(8) == 0 ? 2 : 1))
            .Select(name => $"{name}={(chance.Next(2) == 0 ? HostileText.Encoded(chance) : Usual(name))}")
            .ToList();
        if (chance.Next(20) == 0)
            values.Add(Pick(["%00=1", "=", "&&", "a[]=1", "%ED%A0%80=%ED%A0%80", "?", "%"]));
        return values.Count > 0 ? $"?{string.Join('&', values)}" : "";
    }

    private string Usual(string name) =>
        name switch
        {
            "limit" or "top" or "months" => $"{chance.Next(-1, 600)}",
            "bbox" => Pick(["114.1,22.2,114.25,22.33", "1,2,3", "1e400,0,0,0", "NaN,NaN,NaN,NaN", "-180,-90,180,90"]),
            "from" or "to" or "on" => Pick(["2026-01-01", "9999-12-31", "0001-01-01", "2026-02-30"]),
            "of" => Pick(["firms/f1", "enterprises/e1", "none/x", "firms/", "firms"]),
            "token" or "dryRun" => Pick(["true", "false", "1", "yes"]),
            "state" => Pick(["offered", "none", "offered,agreed"]),
            _ => Pick(["CNC", "kwun tong 500 m2", "夾具", "a", "%25", "1e999 m2", "$$$/呎", "owners/o1"]),
        };

    private string Odd() =>
        Pick([
            "",
            "*",
            "\"1\"",
            "\"9223372036854775808\"",
            "W/\"1\"",
            "\"",
            "zh;q=nan",
            "zh;q=9,,;;=",
            new string('a', 300),
            "漢",
            "é\u0001",
            "-",
            "en-\u00e9;q=0.5",
        ]);

    private string Pick(List<string> from) => from.Count == 0 ? "none" : from[chance.Next(from.Count)];
}
