using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Imports;

/// <summary>
/// One running import: sends rows to their grains, the rows of one building together, and counts the results.
/// </summary>
internal sealed class ImportRun(
    IGrainFactory grains,
    ImportFile file,
    ImportCall call,
    DuplicatePlan plan,
    DateOnly today,
    ImportCheckpoint before
)
{
    private readonly RowReader _reader = new(file, today, file.Kind.OwnIdOf(call.Caller));
    private readonly List<(int Line, CellError Error)> _rejected = [];
    private readonly Lock _lock = new();
    private readonly int _read = file.Rows.Count;
    private readonly HashSet<int> _newLines = [];
    private readonly BitArray _done = before.Lines(file.Rows.Count == 0 ? 0 : file.Rows[^1].Line + 1);
    private readonly HashSet<int> _rejectedLines = [];
    private int _created = before.Created,
        _updated = before.Updated,
        _unchanged = before.Unchanged,
        _merged = before.Merged;
    private int _skipped;

    /// <summary>The lines of the rows that create a record.</summary>
    public IReadOnlySet<int> NewLines => _newLines;

    /// <summary>
    /// The rows of each grain in the order of the file; rows without a valid target are rejected here.
    /// </summary>
    public IEnumerable<GrainRows> Batches(int maxRows)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var grouped = new Dictionary<string, List<SourceRow>>(StringComparer.Ordinal);
        foreach (var row in file.Rows)
        {
            if (_reader.Target(row) is not { } target)
                Reject(row, ErrorsOf(row));
            else if (!lines.TryAdd(target.Id, row.Line))
                Reject(row, [.. ErrorsOf(row), DuplicateId(row, lines[target.Id])]);
            else if (plan.Skips(row.Line))
                _skipped++;
            else if (_done[row.Line])
                continue; // by an earlier run
            else
                Add(grouped, file.Kind.IsSpace ? target.Building : plan.TargetOf(row.Line) ?? target.Id, row);
        }

        // The rows of a large file fill memory: each is released after it is sent.
        (file.Rows as List<SourceRow>)?.Clear();
        return Drain(grouped, file.Kind.IsStandalone ? int.MaxValue : maxRows);
    }

    public async Task Send(GrainRows grain)
    {
        foreach (var rows in grain.Chunks)
        {
            var patches = new List<ListingPatch>(rows.Length);
            var sent = new Dictionary<string, SourceRow>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var errors = new List<CellError>();
                if (_reader.Read(row, errors) is { } patch)
                    Add(patches, sent, plan.TargetOf(row.Line) is { } target ? patch with { Id = target } : patch, row);
                Reject(row, errors);
            }

            if (patches.Count > 0)
                await Send(grain.Id, [.. patches], sent);
            MarkDone(rows);
            Array.Clear(rows);
        }
    }

    /// <summary>What the run did so far.</summary>
    public ImportProgress Progress(Func<(int Line, CellError Error), RejectedCell> show)
    {
        lock (_lock)
        {
            var report = new ImportReport(
                _read,
                _created,
                _updated,
                _unchanged,
                [.. _rejected.OrderBy(row => row.Line).Select(show)],
                plan.Rows.Where(row => !_rejectedLines.Contains(row.Line)).ToList() is { Count: > 0 } found
                    ? found
                    : null
            )
            {
                Skipped = _skipped == 0 ? null : _skipped,
                Merged = _merged == 0 ? null : _merged,
                File = file.Found,
            };
            return new(
                _read,
                _created + _updated + _unchanged + _merged + _skipped + _rejectedLines.Count,
                report,
                new(_created, _updated, _unchanged, _merged, ImportCheckpoint.Pack(_done))
            );
        }
    }

    private async Task Send(string id, ImmutableArray<ListingPatch> patches, Dictionary<string, SourceRow> sent)
    {
        try
        {
            foreach (var imported in await file.Kind.Send(grains, id, call, patches))
                Count(imported, sent[imported.Id]);
        }
        catch (NotFoundException)
        {
            foreach (var row in sent.Values)
                Reject(row, [new(Column.BuildingId, id, new(Column.BuildingId, "unknownBuilding", id))]);
        }
    }

    private static void Add(Dictionary<string, List<SourceRow>> grouped, string id, SourceRow row)
    {
        if (grouped.TryGetValue(id, out var rows))
            rows.Add(row);
        else
            grouped[id] = [row];
    }

    // A record takes one row; further ones that go into it are one row with the first.
    private void Add(List<ListingPatch> patches, Dictionary<string, SourceRow> sent, ListingPatch patch, SourceRow row)
    {
        if (!sent.TryAdd(patch.Id, row))
        {
            var at = patches.FindIndex(first => first.Id == patch.Id);
            patches[at] = PatchMerge.Merge(patches[at], patch);
            Interlocked.Increment(ref _merged);
        }
        else
        {
            patches.Add(patch);
        }
    }

    private IEnumerable<GrainRows> Drain(Dictionary<string, List<SourceRow>> grouped, int maxRows)
    {
        foreach (var (id, rows) in grouped)
        {
            yield return new(id, plan.Rows.Count == 0 ? [.. rows.Chunk(maxRows)] : Chunks(rows, maxRows));
            rows.Clear();
        }
    }

    // Rows that go into one record are sent together.
    private List<SourceRow[]> Chunks(List<SourceRow> rows, int maxRows)
    {
        var chunks = new List<List<SourceRow>> { new() };
        foreach (var record in rows.GroupBy(row => plan.TargetOf(row.Line) ?? _reader.Target(row)!.Value.Id))
        {
            if (chunks[^1].Count > 0 && chunks[^1].Count + record.Count() > maxRows)
                chunks.Add([]);
            chunks[^1].AddRange(record);
        }

        return chunks.ConvertAll(chunk => chunk.ToArray());
    }

    private void Count(ImportResult imported, SourceRow row)
    {
        lock (_lock)
        {
            if (imported.Outcome == ImportOutcome.Created)
                _newLines.Add(row.Line);
            _created += imported.Outcome == ImportOutcome.Created ? 1 : 0;
            _updated += imported.Outcome == ImportOutcome.Updated ? 1 : 0;
            _unchanged += imported.Outcome == ImportOutcome.Unchanged ? 1 : 0;
        }

        if (imported.Outcome == ImportOutcome.Rejected)
            Reject(row, [.. imported.Errors.Select(error => AtColumn(error, row))]);
    }

    private CellError AtColumn(FieldError error, SourceRow row)
    {
        var column = ColumnPaths.ColumnOf(error.Path, file.Kind);
        return new(column, _reader.CellOf(row, column), error);
    }

    // Rejected rows are tried again by a further run, which then reports all of them.
    private void MarkDone(SourceRow[] rows)
    {
        lock (_lock)
        {
            foreach (var row in rows)
                _done[row.Line] = !_rejectedLines.Contains(row.Line);
        }
    }

    private void Reject(SourceRow row, List<CellError> errors)
    {
        lock (_lock)
        {
            if (errors.Count > 0)
                _rejectedLines.Add(row.Line);
            foreach (var error in errors)
                _rejected.Add((row.Line, error));
        }
    }

    private List<CellError> ErrorsOf(SourceRow row)
    {
        var errors = new List<CellError>();
        _reader.Read(row, errors);
        return errors;
    }

    private CellError DuplicateId(SourceRow row, int firstLine)
    {
        var line = firstLine.ToString(CultureInfo.InvariantCulture);
        return new(Column.Id, _reader.CellOf(row, Column.Id), new(Column.Id, "duplicateId", line));
    }
}

/// <summary>The rows for one grain, one call per chunk, in sequence.</summary>
internal sealed record GrainRows(string Id, IReadOnlyList<SourceRow[]> Chunks);
