using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Gates;
using Matchmaker.Grains.DatedTables;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.DatedTables;
using Matchmaker.Matching.Gates;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Gates;

/// <summary>Publishes versions of the table of gates.</summary>
[StatelessWorker]
internal sealed class GatesGrain(PublishedGates published, TimeProvider time)
    : DatedTableGrain<GateTable, GateVersion, GateRow, GatePreview>(published, GateTable.Shipped, time),
        IGatesGrain
{
    protected override ValueTask<Validated<ImmutableArray<GateRow>>> Check(
        TableDraft<GateRow> draft,
        DateOnly today,
        CancellationToken cancellation
    ) => new(GateVersionRules.Check(draft.Rows, draft.From, today));

    protected override ImmutableArray<RowDifference<GateRow>> Between(
        ImmutableArray<GateRow> before,
        ImmutableArray<GateRow> after
    ) => GateDifference.Between(before, after);

    protected override Task<GatePreview> Preview(
        Caller caller,
        ImmutableArray<GateRow> rows,
        DateOnly from,
        CancellationToken cancellation
    ) => GrainFactory.Index(BoardTable.Sites.Code).PreviewGates(caller, rows, from, cancellation);
}
