using System.Collections.Immutable;
using Matchmaker.Contracts.Live;

namespace Matchmaker.Grains.Projections;

/// <summary>A view of the records in memory. Pure: no I/O and no clock; one writer.</summary>
internal interface IProjection
{
    /// <summary>The kinds of records whose changes the view follows.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>
    /// The kinds whose present records fill the view at the start, in this order; none: it reads the journal from the
    /// first entry.
    /// </summary>
    IReadOnlyList<string> LoadedKinds => Kinds;

    /// <summary>Takes present records of one kind in; publishes nothing.</summary>
    void Load(string kind, IReadOnlyList<RecordState> records);

    /// <summary>
    /// Takes one change in: all entries of the followed kinds that were committed together. A repeat changes nothing.
    /// </summary>
    Publication Apply(IReadOnlyList<ChangedRecord> change);

    /// <summary>Goes to a new day in Hong Kong.</summary>
    Publication AdvanceDay(DateOnly day) => Publication.Nothing;
}

/// <summary>What readers of a projection are to be told.</summary>
/// <param name="Messages">For those who watch, in order.</param>
/// <param name="Ended">The demands and other subjects whose watchers must come back and be authorised again.</param>
internal sealed record Publication(ImmutableArray<LiveMessage> Messages, ImmutableArray<string> Ended)
{
    public static Publication Nothing { get; } = new([], []);

    /// <summary>
    /// The keys of what changed in the view, for a reader that is told the state at the time of publication.
    /// </summary>
    public ImmutableArray<string> Changed { get; init; } = [];

    /// <summary>How many items there are.</summary>
    public int Count => Messages.Length + Ended.Length + Changed.Length;

    /// <summary>Both, in this order.</summary>
    public Publication With(Publication next) =>
        next.Count == 0 ? this
        : Count == 0 ? next
        : new([.. Messages, .. next.Messages], [.. Ended, .. next.Ended]) { Changed = [.. Changed, .. next.Changed] };
}
