using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.DatedTables;

namespace Matchmaker.Grains.DatedTables;

/// <summary>A published version as it is stored; its id is its number.</summary>
internal sealed record KeptVersion<TRow> : Record
{
    public required DateOnly From { get; init; }

    /// <summary>Null: nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>The address of who published it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ImmutableArray<TRow> Rows { get; init; }

    [JsonIgnore]
    public int Number => int.Parse(Id, CultureInfo.InvariantCulture);

    public static KeptVersion<TRow> Read(string id, string body) =>
        RecordJson.Read<KeptVersion<TRow>>(body) with
        {
            Id = id,
        };
}

/// <summary>Tables of what is stored of their versions.</summary>
internal static class KeptVersions
{
    /// <summary>The id of a version; ids are in the order of numbers.</summary>
    public static string IdOf(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The table with a version that is stored.</summary>
    public static TTable With<TTable, TVersion, TRow>(
        this DatedTable<TTable, TVersion, TRow> table,
        KeptVersion<TRow> kept
    )
        where TTable : DatedTable<TTable, TVersion, TRow>
        where TVersion : TableVersion<TRow> => table.With(kept.Number, kept.From, kept.Rows);

    /// <summary>The table with the versions that the records are.</summary>
    public static TTable With<TTable, TVersion, TRow>(
        this DatedTable<TTable, TVersion, TRow> table,
        IEnumerable<RecordState> records
    )
        where TTable : DatedTable<TTable, TVersion, TRow>
        where TVersion : TableVersion<TRow> =>
        records
            // No version is ever deleted.
            .Where(record => record.Body is not null)
            .Select(record => KeptVersion<TRow>.Read(record.Id, record.Body!))
            .Aggregate((TTable)table, (all, next) => all.With(next));
}
