using System.Collections.Immutable;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Contracts.Programmes;

/// <summary>The dated versions of one programme's rule; version 0 is the built-in one.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record ProgrammeRevision : Record
{
    /// <summary>From the oldest on, none overlapping another.</summary>
    public required ImmutableArray<ProgrammeVersion> Versions { get; init; }
}

/// <summary>One programme's rule. Key: its id, such as <c>nias</c>.</summary>
[Alias("programme")]
public interface IProgrammeGrain : IRecordGrain<ProgrammeRevision>;
