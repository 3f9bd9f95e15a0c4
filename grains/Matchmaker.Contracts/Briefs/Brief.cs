using System.Collections.Immutable;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Briefs;

/// <summary>
/// Everything that one party wants, on one page: its demands on several boards. Matching, feeds and access stay the
/// demands' own.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Brief : Record
{
    /// <summary>
    /// The party that seeks, such as <c>enterprises/e1</c>; final. Null in a body: the caller's own party.
    /// </summary>
    public string? Owner { get; init; }

    public LocalText? Name { get; init; }

    /// <summary>The wish in the client's own words, at most 2 000 characters; null: none.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The ids of demands of the same party, at most one for each board; a demand is in one Brief at most.
    /// </summary>
    public ImmutableArray<string> Demands { get; init; } = [];
}

/// <summary>One Brief. Key: its id.</summary>
[Alias("brief")]
public interface IBriefGrain : IRecordGrain<Brief>;
