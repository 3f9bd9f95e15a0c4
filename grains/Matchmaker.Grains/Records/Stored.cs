using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Grains.Records;

/// <summary>A record with its visibility.</summary>
/// <param name="Record">With id and version.</param>
internal sealed record Stored<T>(T Record, Visibility Visibility)
    where T : Record
{
    /// <summary>The row's record; null: it is deleted.</summary>
    public static Stored<T>? Of(RecordRow row, string kind) =>
        row.Body is null
            ? null
            : new(RecordJson.Read<T>(row.Body) with { Id = row.Id, Version = row.Version }, row.Visibility);
}
