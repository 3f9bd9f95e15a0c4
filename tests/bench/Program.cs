using Matchmaker.Bench;

return args switch
{
    ["match", .. var rest] => MatchBench.Run(rest.Contains("--quick")),
    ["text", .. var rest] => TextBench.Run(rest.Contains("--quick")),
    ["live", .. var rest] => await LiveBench.Run(TimeSpan.FromSeconds(rest.Contains("--quick") ? 10 : 60)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/bench -- match|text|live [--quick]");
    return 2;
}
