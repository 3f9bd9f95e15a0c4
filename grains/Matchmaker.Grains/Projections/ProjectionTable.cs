using Matchmaker.Contracts;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Projections;

/// <summary>
/// Which projections must show a change of a kind before the call that made it returns: a row here, else the board
/// of the kind's row in <see cref="KindTable"/>.
/// </summary>
public static class ProjectionTable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        [RecordKind.Demand] = (grains, record) =>
            record is Demand demand && BoardTable.Find(demand.Board) is { } board
                ? Affected(grains, board)
                : Boards(grains),
        [RecordKind.Taxonomy] = (grains, _) => Boards(grains),
        // Who may know of an enterprise may know of its demands, its introductions and its assessments.
        [RecordKind.Enterprise] = (grains, _) =>
            [.. Boards(grains), grains.Desk(), grains.Leads(), grains.Programmes()],
        [RecordKind.Introduction] = (grains, _) => [grains.Desk(), grains.Leads()],
        [RecordKind.Gates] = (grains, _) => Affected(grains, BoardTable.Sites),
        [RecordKind.Programme] = (grains, _) => [grains.Programmes()],
        [RecordKind.Applicant] = (grains, _) => [grains.Programmes()],
    };

    private delegate IEnumerable<IProjectionGrain> Row(IGrainFactory grains, Record? record);

    /// <summary>Every projection that a writer waits for, with its name; a host keeps them active.</summary>
    public static IReadOnlyList<(string Name, IProjectionGrain Projection)> All(IGrainFactory grains) =>
        [
            .. BoardTable.All.Select(board => (board.Code, (IProjectionGrain)grains.Index(board.Code))),
            ("desk", grains.Desk()),
            ("leads", grains.Leads()),
            ("programmes", grains.Programmes()),
        ];

    /// <summary>
    /// Waits, at most a second, until the projections of a kind show a change and their readers are told.
    /// </summary>
    /// <param name="record">The changed record; null: unknown.</param>
    internal static async Task WaitForProjections(this IGrainFactory grains, string kind, Record? record, long sequence)
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
        : KindTable.Of(kind).Board is { } board ? Affected(grains, board)
        : [];

    // A change on the counterpart board changes the mutual scores here.
    private static IEnumerable<IProjectionGrain> Affected(IGrainFactory grains, Board board) =>
        BoardTable.AffectedBy(board).Select(affected => grains.Index(affected.Code));

    private static IEnumerable<IProjectionGrain> Boards(IGrainFactory grains) =>
        BoardTable.All.Select(board => grains.Index(board.Code));
}
