using Matchmaker.Bench;

return args switch
{
    ["match", ..] => MatchBench.Run(args.Contains("--quick")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/bench -- match [--quick]");
    return 2;
}
