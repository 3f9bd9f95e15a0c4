using Matchmaker.Contracts;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Mutual;

namespace Matchmaker.Grains.Projections;

/// <summary>
/// Which projections must show a change of a kind before the call that made it returns: a row here, else the board
/// of the kind's row in <see cref="KindTable"/>.
/// </summary>
internal static class ProjectionTable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        [RecordKind.Demand] = (grains, record) =>
            record is Demand demand ? Board(grains, demand.Board) : Boards(grains),
        [RecordKind.Taxonomy] = (grains, _) => Boards(grains),
        // Who may know of an enterprise may know of its demands, its introductions and its assessments.
        [RecordKind.Enterprise] = (grains, _) =>
            [.. Boards(grains), grains.Desk(), grains.Leads(), grains.Programmes()],
        [RecordKind.Introduction] = (grains, _) => [grains.Desk(), grains.Leads()],
        [RecordKind.Programme] = (grains, _) => [grains.Programmes()],
        [RecordKind.Applicant] = (grains, _) => [grains.Programmes()],
    };

    private delegate IEnumerable<IProjectionGrain> Row(IGrainFactory grains, Record? record);

    /// <summary>Waits, at most a second, until the projections of a kind show a change and their readers are
    /// told.</summary>
    /// <param name="record">The changed record; null: unknown.</param>
    public static async Task WaitForProjections(this IGrainFactory grains, string kind, Record? record, long sequence)
    {
        try
        {
            await Task.WhenAll(Of(grains, kind, record).Select(projection => projection.WaitForProjection(sequence)))
                .WaitAsync(MaxWait);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A projection catches up by itself within a second: its delay must not make a durable change look failed.
        }
    }

    private static IEnumerable<IProjectionGrain> Of(IGrainFactory grains, string kind, Record? record) =>
        Rows.TryGetValue(kind, out var row) ? row(grains, record)
        : KindTable.Of(kind).Board is { } board ? Board(grains, board.Code)
        : [];

    // With the board across: a change there changes what both sides want here.
    private static IEnumerable<IProjectionGrain> Board(IGrainFactory grains, string board) =>
        ReciprocalIndex.AffectedBoards(board).Select(code => grains.Index(code));

    private static IEnumerable<IProjectionGrain> Boards(IGrainFactory grains) =>
        BoardTable.All.Select(board => grains.Index(board.Code));
}
