using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Results;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Shortlists;

/// <summary>What a sheet shows to whoever has a link to it. Pure.</summary>
internal static class SharedSheets
{
    /// <summary>
    /// The sheet without what may name the enterprise: ids of demands, name and notes of the shortlist, names that its
    /// people gave their machines. What is gone since is not looked at yet.
    /// </summary>
    public static SharedSheet Of(Shortlist shortlist, Sheet kept, DateTimeOffset expiresAt)
    {
        var shown = kept.Open().Items.ToDictionary(item => item.Item, StringComparer.Ordinal);
        return new(
            kept.AsOf,
            expiresAt,
            [.. kept.Demands.Select(demand => new SharedBoard(demand.Board, Nameless(demand.Criteria)))],
            [
                .. shortlist
                    .Items.Where(item => shown.ContainsKey(item.Item))
                    .Select(item => Nameless(shown[item.Item]) with { Records = [] }),
            ],
            []
        );
    }

    private static ImmutableArray<Criterion> Nameless(ImmutableArray<Criterion> criteria) =>
        [.. criteria.Select(criterion => criterion with { Machines = Nameless(criterion.Machines) })];

    private static SheetItem Nameless(SheetItem item) =>
        item with
        {
            Match = item.Match with { Parts = [.. item.Match.Parts.Select(Nameless)] },
        };

    private static Part Nameless(Part part) =>
        part with
        {
            Required = part.Required with { Machines = Nameless(part.Required.Machines) },
        };

    private static ImmutableArray<Machine>? Nameless(ImmutableArray<Machine>? machines) =>
        machines is { IsDefault: false } named ? [.. named.Select(machine => machine with { Name = null })] : machines;
}

/// <summary>Leads a token to the shortlist whose link it is.</summary>
[StatelessWorker]
internal sealed class SharedSheetsGrain(Database database) : Grain, ISharedSheetsGrain
{
    private readonly RecordRepository _rows = new(database);

    public async Task<SharedSheet> Read(string token, CancellationToken cancellation = default) =>
        SheetTokens.LinkOf(token) is { } id
        && KeptLinks.Of(await _rows.Find(RecordKind.SheetLink, id, cancellation)) is { } link
            ? await GrainFactory.Shortlist(link.Shortlist).ReadByLink(id, token, cancellation)
            : throw new NotFoundException();
}
