using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Gates;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Gates;

/// <summary>Publishes versions of the table of gates, each as a record that is written once.</summary>
[StatelessWorker]
internal sealed class GatesGrain(Database database, PublishedGates published, TimeProvider time) : Grain, IGatesGrain
{
    private const int NoteLength = 1_000;

    private readonly RecordRepository _rows = new(database);

    public async Task<GateHistory> List(Caller caller, CancellationToken cancellation = default)
    {
        CheckAdmin(caller);
        var (table, kept) = await All(cancellation);
        return new(
            table.On(time.Today()).Number,
            [.. table.Versions.Reverse().Select(version => Detail(table, version, kept).Version)]
        );
    }

    public async Task<GateVersionDetail> Get(Caller caller, int number, CancellationToken cancellation = default)
    {
        CheckAdmin(caller);
        var (table, kept) = await All(cancellation);
        return table.Versions.FirstOrDefault(version => version.Number == number) is { } version
            ? Detail(table, version, kept)
            : throw new NotFoundException();
    }

    public async Task<GateVersionDetail> Publish(
        Caller caller,
        GateDraft draft,
        long expected,
        CancellationToken cancellation = default
    )
    {
        CheckAdmin(caller);
        var last = (await published.Now(cancellation)).Versions[^1].Number;
        if (last != expected)
            throw new VersionException();
        var next = new KeptGates
        {
            From = draft.From,
            Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
            By = caller.Email ?? "",
            At = time.GetUtcNow(),
            Rows = Checked(draft),
        };
        var number = last + 1;
        // Version 0 of the record: whoever publishes the same number at the same moment is refused.
        var sequence = await GrainFactory.Commit([
            new RecordWrite.Put(
                RecordKind.Gates,
                KeptGates.IdOf(number),
                0,
                next.By,
                RecordJson.Write(next),
                new(RecordKind.Gates, null, false)
            ),
        ]);
        await GrainFactory.WaitForProjections(RecordKind.Gates, null, sequence);
        return await Get(caller, number, cancellation);
    }

    public Task<GatePreview> Preview(Caller caller, GateDraft draft, CancellationToken cancellation = default)
    {
        CheckAdmin(caller);
        return GrainFactory.Index(BoardTable.Sites.Code).PreviewGates(caller, Checked(draft), draft.From, cancellation);
    }

    private static void CheckAdmin(Caller caller)
    {
        if (caller.Role is not Role.Admin)
            throw new ForbiddenException();
    }

    private ImmutableArray<GateRow> Checked(GateDraft draft)
    {
        var broken = new ValidationErrors();
        var rows = GateVersionRules.Check(draft.Rows, draft.From, time.Today());
        broken.AddRange(rows.Errors);
        broken.CheckProse("note", draft.Note, NoteLength);
        broken.Throw();
        return rows.Value;
    }

    private async Task<(GateTable Table, IReadOnlyDictionary<int, KeptGates> Kept)> All(CancellationToken cancellation)
    {
        var kept = (await _rows.List(RecordKind.Gates, cancellation))
            .Select(row => KeptGates.Read(row.Id, row.Body!))
            .ToDictionary(version => version.ToVersion().Number);
        return (kept.Values.Aggregate(GateTable.Shipped, (table, next) => table.With(next.ToVersion())), kept);
    }

    private static GateVersionDetail Detail(
        GateTable table,
        GateVersion version,
        IReadOnlyDictionary<int, KeptGates> kept
    )
    {
        var before = table.Versions.LastOrDefault(other => other.Number < version.Number);
        var differences = before is null ? [] : GateDifference.Between(before.Rows, version.Rows);
        var published = kept.GetValueOrDefault(version.Number);
        var replaced = table.IsReplaced(version);
        return new(
            new(
                version.Number,
                version.From,
                replaced ? null : table.LastDayOf(version),
                replaced,
                published?.Note,
                published?.By,
                published?.At,
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
