using System.Collections.Immutable;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Grains.Questions;

/// <summary>What a building's owner was asked to state; its id is the building's. It does not tell who asked.</summary>
internal sealed record AskedFacts : Record
{
    public const int DaysBetween = 30;

    /// <summary>When each attribute was last asked for.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Asked { get; init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>Whether the owner may be asked for it at that time: within 30 days nobody is asked twice.</summary>
    public bool MayAsk(string attribute, DateTimeOffset now) =>
        !Asked.TryGetValue(attribute, out var last) || last.AddDays(DaysBetween) <= now;
}
