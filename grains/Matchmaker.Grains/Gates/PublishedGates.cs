using Matchmaker.Contracts;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Gates;

namespace Matchmaker.Grains.Gates;

/// <summary>
/// The table of gates for whoever judges a use without a board's index. A published version is never changed, so that
/// only the next number is looked for.
/// </summary>
internal sealed class PublishedGates(Database database)
{
    private readonly RecordRepository _rows = new(database);
    private volatile GateTable _table = GateTable.Shipped;

    /// <summary>The table with every version that is published.</summary>
    public async Task<GateTable> Now(CancellationToken cancellation = default)
    {
        var table = _table;
        while (await _rows.Find(RecordKind.Gates, Next(table), cancellation) is { Body: { } body } row)
            table = table.With(KeptGates.Read(row.Id, body).ToVersion());
        return _table = table;
    }

    private static string Next(GateTable table) => KeptGates.IdOf(table.Versions[^1].Number + 1);
}
