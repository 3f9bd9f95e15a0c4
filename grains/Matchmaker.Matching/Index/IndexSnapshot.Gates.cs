using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

public sealed partial class IndexSnapshot
{
    /// <summary>The rules by which uses that no record states are judged.</summary>
    public GateTable Gates { get; }

    /// <summary>The same profiles, judged by another table of gates.</summary>
    public IndexSnapshot By(GateTable gates) => new(Board, gates, _segments, _rows, _groups);

    /// <summary>The profiles of which a gate says another thing on that day than by the other table.</summary>
    internal IEnumerable<Profile> TurnedFrom(GateTable other, DateOnly day) =>
        _segments.SelectMany(segment => segment.Turned(other.TurnedIn(day, Gates, day)));

    /// <summary>
    /// The uses of which the verdict on that day is another than by the other table: stated ones never, stale or not.
    /// </summary>
    public IEnumerable<UseChange> UseChangesFrom(GateTable other, DateOnly day) =>
        _segments.SelectMany(segment => segment.UseChanges(day, other, Gates));

    private CompiledDemand Compiled(Query query) => new(Board, query.Criteria, Gates, query.Combine);
}
