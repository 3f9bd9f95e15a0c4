using System.Text.Json.Serialization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Interchange.Duplicates;

/// <summary>What becomes of a row that may be a firm that is known already.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DuplicateAction>))]
public enum DuplicateAction
{
    /// <summary>The row becomes a firm of its own.</summary>
    [JsonStringEnumMemberName("create")]
    Create,

    /// <summary>What the row states goes into the firm that was found.</summary>
    [JsonStringEnumMemberName("merge")]
    Merge,

    /// <summary>The row is left out.</summary>
    [JsonStringEnumMemberName("skip")]
    Skip,
}

/// <param name="ForAll">For each row that <paramref name="ByLine"/> does not name.</param>
/// <param name="ByLine">By the line of the file on which the row begins.</param>
public sealed record DuplicateChoice(DuplicateAction ForAll, IReadOnlyDictionary<int, DuplicateAction>? ByLine = null)
{
    /// <summary>Each row becomes a firm of its own, and is reported.</summary>
    public static DuplicateChoice CreateAll { get; } = new(DuplicateAction.Create);

    internal DuplicateAction Of(int line) => ByLine?.TryGetValue(line, out var action) == true ? action : ForAll;
}

/// <summary>
/// The rows of a file that may be firms in the system, or firms of earlier rows, and what becomes of each. It is made
/// before the run and holds for trial and run alike.
/// </summary>
internal sealed class DuplicatePlan
{
    // A larger file is the initial load of a system, for which a list of thousands of look-alikes is useless.
    public const int MaxFirms = 10_000;
    private const int FirmsPerCall = 500;

    private readonly Dictionary<int, DuplicateRow> _byLine;

    private DuplicatePlan(IReadOnlyList<DuplicateRow> rows)
    {
        Rows = rows;
        _byLine = rows.ToDictionary(row => row.Line);
    }

    public static DuplicatePlan None { get; } = new([]);

    /// <summary>In the order of lines.</summary>
    public IReadOnlyList<DuplicateRow> Rows { get; }

    public bool Skips(int line) => _byLine.TryGetValue(line, out var row) && row.Action == DuplicateAction.Skip;

    /// <summary>The record into which the row goes; null: its own.</summary>
    public string? TargetOf(int line) =>
        _byLine.TryGetValue(line, out var row) && row.Action == DuplicateAction.Merge ? Resolve(row) : null;

    /// <param name="created">The rows that would create a firm, by line.</param>
    public static async Task<DuplicatePlan> Make(
        IGrainFactory grains,
        ImportCall call,
        IReadOnlyList<(int Line, ListingPatch Patch)> created,
        DuplicateChoice choice
    )
    {
        if (created.Count is 0 or > MaxFirms)
            return None;
        var firms = created.Select(row => FirmOf(row.Patch)).ToList();
        var within = await grains.Duplicates().FindWithin(call.Caller, [.. firms], call.Cancellation);
        var stored = new List<DuplicateReport>();
        foreach (var chunk in firms.Chunk(FirmsPerCall))
            stored.AddRange(await grains.Duplicates().FindAll(call.Caller, [.. chunk], call.Cancellation));

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<DuplicateRow>();
        for (var i = 0; i < firms.Count; i++)
        {
            var (line, patch) = created[i];
            // Of two that are equally likely, the stored one is the surer.
            var best = stored[i].Candidates.Concat(within[i].Candidates).MinBy(candidate => candidate.Verdict);
            if (best is not null)
                rows.Add(
                    new(line, patch.Id, best.Id, best.Verdict)
                    {
                        OfLine = lines.TryGetValue(best.Id, out var earlier) ? earlier : null,
                        Name = best.Name,
                        Reasons = [.. best.Reasons],
                        Action = choice.Of(line),
                    }
                );
            lines[patch.Id] = line;
        }

        return new(rows);
    }

    // The firm of an earlier row that is itself left out, or goes into another, is not there.
    private string Resolve(DuplicateRow row) =>
        row.OfLine is { } line && _byLine.TryGetValue(line, out var earlier) && earlier.Action != DuplicateAction.Create
            ? Resolve(earlier)
            : row.Of;

    private static Firm FirmOf(ListingPatch patch) =>
        new()
        {
            Id = patch.Id,
            Name = patch.Name,
            Address = patch.Address,
            BuildingId = patch.BuildingId,
            RegistrationNumber = patch.RegistrationNumber,
        };
}
