using System.Text.Json.Serialization;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Interchange.Duplicates;

/// <summary>What becomes of a row that may be about a record that is known already.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DuplicateAction>))]
public enum DuplicateAction
{
    /// <summary>The row becomes a record of its own.</summary>
    [JsonStringEnumMemberName("create")]
    Create,

    /// <summary>What the row states goes into the record that was found.</summary>
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
    /// <summary>Each row becomes a record of its own, and is reported.</summary>
    public static DuplicateChoice CreateAll { get; } = new(DuplicateAction.Create);

    internal DuplicateAction Of(int line) => ByLine?.TryGetValue(line, out var action) == true ? action : ForAll;
}

/// <summary>
/// The rows of a file that may be about records in the system, or about those of earlier rows, and what becomes of
/// each. It is made before the run and holds for trial and run alike.
/// </summary>
internal sealed class DuplicatePlan
{
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

    /// <param name="created">The rows that would create a record, in the order of lines.</param>
    /// <param name="reports">What each of them is like.</param>
    public static DuplicatePlan Of(
        IReadOnlyList<SketchedRow> created,
        IReadOnlyList<DuplicateReport> reports,
        DuplicateChoice choice
    )
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<DuplicateRow>();
        for (var i = 0; i < created.Count; i++)
        {
            var (line, patch) = created[i];
            if (reports[i].Candidates is [var best, ..])
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

    // The record of an earlier row that is itself left out, or goes into another, is not there.
    private string Resolve(DuplicateRow row) =>
        row.OfLine is { } line && _byLine.TryGetValue(line, out var earlier) && earlier.Action != DuplicateAction.Create
            ? Resolve(earlier)
            : row.Of;
}

/// <param name="Patch">What tells its record from others.</param>
internal readonly record struct SketchedRow(int Line, ListingPatch Patch);
