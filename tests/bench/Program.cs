using Matchmaker.Bench;

return args switch
{
    ["live", .. var rest] => await LiveBench.Run(TimeSpan.FromSeconds(rest.Contains("--quick") ? 10 : 60)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/bench -- live [--quick]");
    return 2;
}
