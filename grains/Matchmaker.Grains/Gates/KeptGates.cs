using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.Gates;

namespace Matchmaker.Grains.Gates;

/// <summary>A published version as it is stored; its id is its number.</summary>
internal sealed record KeptGates : Record
{
    public required DateOnly From { get; init; }

    /// <summary>Null: nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>The address of who published it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ImmutableArray<GateRow> Rows { get; init; }

    /// <summary>The id of a version; ids are in the order of numbers.</summary>
    public static string IdOf(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    public static KeptGates Read(string id, string body) => RecordJson.Read<KeptGates>(body) with { Id = id };

    /// <summary>The version that the record is; null: it was deleted, which no version is.</summary>
    public static GateVersion? VersionOf(RecordState record) =>
        record.Body is { } body ? Read(record.Id, body).ToVersion() : null;

    public GateVersion ToVersion() => new(int.Parse(Id, CultureInfo.InvariantCulture), From, Rows);
}
