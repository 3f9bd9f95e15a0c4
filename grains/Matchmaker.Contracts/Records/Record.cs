using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Contracts.Records;

/// <summary>A record that outside systems know by its id and change by its version.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public abstract record Record
{
    /// <summary>
    /// Final and unique among its kind; a space's is <c>{buildingId}/{spaceId}</c>. Empty in a body that leaves it to
    /// the path.
    /// </summary>
    [JsonPropertyOrder(-10)]
    public string Id { get; init; } = "";

    /// <summary>Counts the record's changes from 1; its ETag. Ignored in a request.</summary>
    [JsonPropertyOrder(100)]
    public long Version { get; init; }

    /// <summary>The view of a caller who may see the record: the one place that hides parts of a record.</summary>
    public virtual Record For(Caller caller) => this;
}

/// <summary>The result of a write.</summary>
/// <param name="Created">Whether the record did not exist before.</param>
[GenerateSerializer, Immutable]
public sealed record Saved<T>(T Record, bool Created)
    where T : Record;
