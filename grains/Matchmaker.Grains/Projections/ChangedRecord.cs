using System.Globalization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Projections;

/// <summary>A record's state as projections read it.</summary>
internal record RecordState
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required long Version { get; init; }

    public string? Owner { get; init; }

    public string? Cleared { get; init; }

    /// <summary>The record's JSON; null: it is deleted.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the record belongs to a confidential enterprise.</summary>
    public bool IsConfidential => Cleared is not null;

    public Visibility Visibility => new(Kind, PartyId.Parse(Owner), false, ClearedList.Read(Cleared));
}

/// <summary>A record's new state, as one journal entry tells it.</summary>
internal sealed record ChangedRecord : RecordState
{
    public required long Sequence { get; init; }

    /// <summary>The first sequence of the commit: the same for all of its entries.</summary>
    public required long Change { get; init; }

    /// <summary>The time of the commit: RFC 3339, UTC.</summary>
    public required string At { get; init; }

    public required string Actor { get; init; }

    public DateTimeOffset Instant => DateTimeOffset.Parse(At, CultureInfo.InvariantCulture);
}
