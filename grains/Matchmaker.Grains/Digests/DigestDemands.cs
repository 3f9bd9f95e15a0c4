using Matchmaker.Contracts;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;

namespace Matchmaker.Grains.Digests;

/// <summary>The demands whose people want digests. Pure memory; one writer.</summary>
internal sealed class DigestDemands : IProjection
{
    private readonly SortedDictionary<string, Demand> _demands = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Kinds { get; } = [RecordKind.Demand];

    /// <summary>The demands by id.</summary>
    public IReadOnlyList<Demand> All => [.. _demands.Values];

    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        foreach (var record in records)
            Take(record);
    }

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        foreach (var entry in change)
            Take(entry);
        return Publication.Nothing;
    }

    private void Take(RecordState record)
    {
        if (
            record.Body is { } body
            && RecordJson.Read<Demand>(body) is { Digest: not DigestRhythm.None, Owner: not null } demand
        )
            _demands[record.Id] = demand with { Id = record.Id };
        else
            _demands.Remove(record.Id);
    }
}
