using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.DatedTables;

namespace Matchmaker.Grains.DatedTables;

/// <summary>
/// A table for whoever asks it without a projection that follows it. A published version is never changed, so that only
/// the next number is looked for: every silo answers by a version from its commit on.
/// </summary>
/// <param name="kind">The kind of its versions' records.</param>
internal abstract class PublishedTable<TTable, TVersion, TRow>(Database database, string kind, TTable shipped)
    where TTable : DatedTable<TTable, TVersion, TRow>
    where TVersion : TableVersion<TRow>
{
    private readonly RecordRepository _rows = new(database);
    private volatile TTable _table = shipped;

    /// <summary>The kind of its versions' records.</summary>
    public string Kind => kind;

    /// <summary>The table with every version that is published.</summary>
    public async Task<TTable> Now(CancellationToken cancellation = default)
    {
        var table = _table;
        while (await _rows.Find(kind, Next(table), cancellation) is { Body: { } body } row)
            table = table.With(KeptVersion<TRow>.Read(row.Id, body));
        return _table = table;
    }

    /// <summary>What is stored of each version but the shipped one, by number.</summary>
    public async Task<IReadOnlyDictionary<int, KeptVersion<TRow>>> Kept(CancellationToken cancellation = default) =>
        (await _rows.List(kind, cancellation))
            .Select(row => KeptVersion<TRow>.Read(row.Id, row.Body!))
            .ToDictionary(version => version.Number);

    private static string Next(TTable table) => KeptVersions.IdOf(table.Versions[^1].Number + 1);
}
