using System.Globalization;
using Matchmaker.Bench;
using Matchmaker.Bench.Live;
using Matchmaker.Bench.Page;

return args switch
{
    ["match", .. var rest] => MatchBench.Run(rest.Contains("--quick")),
    ["sites", .. var rest] => SiteBench.Run(rest.Contains("--quick")),
    ["reverse", .. var rest] => ReverseBench.Run(rest.Contains("--quick") ? [10_000] : [10_000, 100_000]) ? 0 : 1,
    ["text", .. var rest] => TextBench.Run(rest.Contains("--quick")),
    ["live", .. var rest] => await LiveBench.Run(
        TimeSpan.FromSeconds(rest.Contains("--quick") ? 10 : 60),
        Number(rest, "--rate") ?? 50,
        Number(rest, "--demands") ?? 200,
        Option(rest, "--postgres")
    ),
    ["crowd", .. var rest] => await CrowdBench.Run(
        rest.Contains("--quick") ? 1_000 : 10_000,
        Option(rest, "--postgres")
    ),
    ["hold", .. var rest] => await HoldBench.Run(rest.Contains("--quick") ? 5 : 25, Option(rest, "--postgres")),
    ["desk", .. var rest] => await DeskBench.Run(rest.Contains("--quick")),
    ["page", .. var rest] => await PageBench.Run(rest.Contains("--quick")),
    _ => Usage(),
};

static string? Option(string[] arguments, string name) =>
    Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;

static int? Number(string[] arguments, string name) =>
    Option(arguments, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

static int Usage()
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/bench -- match|sites|reverse|text|live|crowd|hold|desk|page [--quick] [--rate N] [--demands N] [--postgres 'Host=...']"
    );
    return 2;
}
