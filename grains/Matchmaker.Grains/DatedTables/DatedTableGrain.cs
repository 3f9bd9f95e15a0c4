using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.DatedTables;

namespace Matchmaker.Grains.DatedTables;

/// <summary>Publishes versions of a table, each as a record that is written once.</summary>
internal abstract class DatedTableGrain<TTable, TVersion, TRow, TPreview>(
    PublishedTable<TTable, TVersion, TRow> published,
    TTable shipped,
    TimeProvider time
) : Grain, IDatedTableGrain<TRow, TPreview>
    where TTable : DatedTable<TTable, TVersion, TRow>
    where TVersion : TableVersion<TRow>
    where TRow : class
{
    private const int NoteLength = 1_000;

    public async Task<TableHistory> List(Caller caller, CancellationToken cancellation = default)
    {
        CheckAdmin(caller);
        var (table, kept) = await All(cancellation);
        return new(
            table.On(time.Today()).Number,
            [.. table.Versions.Reverse().Select(version => Detail(table, version, kept).Version)]
        );
    }

    public async Task<TableVersionDetail<TRow>> Get(Caller caller, int number, CancellationToken cancellation = default)
    {
        CheckAdmin(caller);
        var (table, kept) = await All(cancellation);
        return table.Versions.FirstOrDefault(version => version.Number == number) is { } version
            ? Detail(table, version, kept)
            : throw new NotFoundException();
    }

    public async Task<TableVersionDetail<TRow>> Publish(
        Caller caller,
        TableDraft<TRow> draft,
        long expected,
        CancellationToken cancellation = default
    )
    {
        CheckAdmin(caller);
        var last = (await published.Now(cancellation)).Versions[^1].Number;
        if (last != expected)
            throw new VersionException();
        var next = new KeptVersion<TRow>
        {
            From = draft.From,
            Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
            By = caller.Email ?? "",
            At = time.GetUtcNow(),
            Rows = await Checked(draft, cancellation),
        };
        var number = last + 1;
        // Version 0 of the record: whoever publishes the same number at the same moment is refused.
        var sequence = await GrainFactory.Commit([
            new RecordWrite.Put(
                published.Kind,
                KeptVersions.IdOf(number),
                0,
                next.By,
                RecordJson.Write(next),
                new(published.Kind, null, false)
            ),
        ]);
        await GrainFactory.WaitForProjections(published.Kind, null, sequence);
        return await Get(caller, number, cancellation);
    }

    public async Task<TPreview> Preview(Caller caller, TableDraft<TRow> draft, CancellationToken cancellation = default)
    {
        CheckAdmin(caller);
        return await Preview(caller, await Checked(draft, cancellation), draft.From, cancellation);
    }

    /// <summary>The rows as they are stored, or every error, of a row at <c>rows[3].key</c>, counted from 0.</summary>
    protected abstract ValueTask<Validated<ImmutableArray<TRow>>> Check(
        TableDraft<TRow> draft,
        DateOnly today,
        CancellationToken cancellation
    );

    protected abstract ImmutableArray<RowDifference<TRow>> Between(
        ImmutableArray<TRow> before,
        ImmutableArray<TRow> after
    );

    protected abstract Task<TPreview> Preview(
        Caller caller,
        ImmutableArray<TRow> rows,
        DateOnly from,
        CancellationToken cancellation
    );

    private static void CheckAdmin(Caller caller)
    {
        if (caller.Role is not Role.Admin)
            throw new ForbiddenException();
    }

    private async Task<ImmutableArray<TRow>> Checked(TableDraft<TRow> draft, CancellationToken cancellation)
    {
        var broken = new ValidationErrors();
        var rows = await Check(draft, time.Today(), cancellation);
        broken.AddRange(rows.Errors);
        broken.CheckProse("note", draft.Note, NoteLength);
        broken.Throw();
        return rows.Value;
    }

    private async Task<(TTable Table, IReadOnlyDictionary<int, KeptVersion<TRow>> Kept)> All(
        CancellationToken cancellation
    )
    {
        var kept = await published.Kept(cancellation);
        return (kept.Values.Aggregate(shipped, (table, next) => table.With(next)), kept);
    }

    private TableVersionDetail<TRow> Detail(
        TTable table,
        TVersion version,
        IReadOnlyDictionary<int, KeptVersion<TRow>> kept
    )
    {
        var before = table.Versions.LastOrDefault(other => other.Number < version.Number);
        var differences = before is null ? [] : Between(before.Rows, version.Rows);
        var stored = kept.GetValueOrDefault(version.Number);
        var replaced = table.IsReplaced(version);
        return new(
            new(
                version.Number,
                version.From,
                replaced ? null : table.LastDayOf(version),
                replaced,
                stored?.Note,
                stored?.By,
                stored?.At,
                version.Rows.Length,
                differences.Count(pair => pair.Before is null),
                differences.Count(pair => pair is { Before: not null, After: not null }),
                differences.Count(pair => pair.After is null)
            ),
            version.Rows,
            differences
        );
    }
}
