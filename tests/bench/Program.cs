using Matchmaker.Bench;

return args switch
{
    ["match", .. var rest] => MatchBench.Run(rest.Contains("--quick")),
    ["text", .. var rest] => TextBench.Run(rest.Contains("--quick")),
    ["live", .. var rest] => await LiveBench.Run(TimeSpan.FromSeconds(rest.Contains("--quick") ? 10 : 60)),
    ["desk", .. var rest] => await DeskBench.Run(rest.Contains("--quick")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/bench -- match|text|live|desk [--quick]");
    return 2;
}
