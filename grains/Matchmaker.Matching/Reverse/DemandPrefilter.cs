using System.Collections.Immutable;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// All demands' musts side by side in one array, because one changed profile is shown to every demand and most are told apart by
/// two or three numbers.
/// </summary>
internal sealed class DemandPrefilter
{
    private readonly ImmutableArray<CompiledStandingDemand> _watchers;
    private readonly ulong[] _looks;
    private readonly int[] _starts;
    private readonly Door[] _doors;

    public DemandPrefilter(ImmutableArray<CompiledStandingDemand> watchers)
    {
        _watchers = watchers;
        _looks = [.. watchers.Select(watcher => watcher.Looks)];
        _starts = new int[watchers.Length + 1];
        var doors = new List<Door>();
        for (var i = 0; i < watchers.Length; i++)
        {
            doors.AddRange(watchers[i].Doors);
            _starts[i + 1] = doors.Count;
        }

        _doors = [.. doors];
    }

    /// <summary>Shows one change to every demand that it can concern, and notes what it means.</summary>
    /// <param name="feeds">One place a demand, in order; filled where there is something to tell.</param>
    public void Visit(EncodedProfile? before, EncodedProfile? after, TransitionCollector?[] feeds)
    {
        var differences = EncodedProfile.Differences(before, after);
        if (differences == 0)
            return;
        for (var i = 0; i < _looks.Length; i++)
        {
            if ((_looks[i] & differences) == 0 && differences != ulong.MaxValue)
                continue; // because nothing that this demand looks at is different
            var was = Passes(i, before) ? _watchers[i].State(before) : default;
            var now = Passes(i, after) ? _watchers[i].State(after) : default;
            if (was.Profile is not null || now.Profile is not null)
                (feeds[i] ??= new(_watchers[i].Demand.Id)).Add(was, now);
        }
    }

    private bool Passes(int demand, EncodedProfile? sighting)
    {
        if (sighting is null)
            return false;
        var cells = sighting.Cells;
        for (var door = _starts[demand]; door < _starts[demand + 1]; door++)
        {
            if (!_doors[door].Opens(cells))
                return false;
        }

        return true;
    }
}
