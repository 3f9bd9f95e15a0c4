using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Paths;

namespace Matchmaker.Bench;

/// <summary>
/// What a use judged by gates, the way of two machines, and adjacent spaces taken together add to the time of a list of
/// sites. The lists take turns, so that a busy machine slows all of them alike.
/// </summary>
internal static class SiteBench
{
    private const int Count = 100_000;
    private const int Top = 50;

    /// <summary>The most that each may cost, as a multiple of the same list without it.</summary>
    private const double Gate = 1.5;

    private static readonly ImmutableArray<string> MachineIds = ["cncMill", "reflowOven"];

    /// <returns>The process's exit code: 1 for a missed gate.</returns>
    public static int Run(bool quick)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var index = IndexSnapshot.Empty(BoardTable.Sites).With(new Spaces(seed: 1).Make(Count), []);
        var isOk = true;
        foreach (var (name, criteria) in Spaces.Demands)
            isOk &= Compare(
                name,
                [.. criteria.Where(criterion => criterion.Attribute != "uses")],
                index,
                quick ? 9 : 41
            );
        return isOk ? 0 : 1;
    }

    private static bool Compare(string name, ImmutableArray<Criterion> plain, IndexSnapshot index, int rounds)
    {
        Query Query(ImmutableArray<Criterion> criteria, int? combine) =>
            new(criteria, Top, Spaces.Today, new(Office: true, null)) { Combine = combine };
        ImmutableArray<(string Name, Query Query)> lists =
        [
            ("plain", Query(plain, null)),
            ("use", Query([.. plain, Spaces.Allows("production")], null)),
            ("machines", Query([.. plain, Takes()], null)),
            ("combined", Query(plain, 4)),
            ("all three", Query([.. plain, Spaces.Allows("production"), Takes()], 4)),
        ];
        var times = Cpu.Alternating(rounds, [.. lists.Select(list => (Action)(() => index.Search(list.Query)))]);
        var isOk = true;
        for (var at = 0; at < lists.Length; at++)
        {
            var ratio = times[at].Median / times[0].Median;
            isOk &= ratio <= Gate;
            Console.WriteLine(
                $"{name, -9} {lists[at].Name, -9} {times[at]}  {ratio:0.00} × {(ratio <= Gate ? "ok" : "MISSED")}  {index.Search(lists[at].Query).Count} found"
            );
        }

        return isOk;
    }

    private static Criterion Takes() =>
        Spaces
            .Checked(
                new Criterion
                {
                    Attribute = "path",
                    Op = Op.Takes,
                    Machines = [.. MachineIds.Select(id => MachineLibrary.Of(id).Machine)],
                }
            )
            .Single();
}
