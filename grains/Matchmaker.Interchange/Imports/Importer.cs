using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Ids;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Imports;

/// <summary>Imports the rows of one file, grain by grain, for the web and the command line alike.</summary>
/// <param name="time">The clock that says what <c>now</c> means in a cell.</param>
public sealed class Importer(IGrainFactory grains, TimeProvider time)
{
    // Each call waits for one commit. Many concurrent grains share commits, and small calls stay within their timeout.
    private const int MaxConcurrentBuildings = 4;
    private const int MaxConcurrentStandalone = 128;
    private const int RowsPerCall = 500;
    private const int MaxShownCharacters = 200;

    /// <summary>
    /// Imports what the caller may import. A row with an error is rejected and the others are imported. Importing the
    /// same file again changes nothing, so an interrupted import can simply be repeated.
    /// </summary>
    /// <param name="dryRun">Whether to report the result without changing anything.</param>
    /// <param name="language">The language of the messages: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
    /// <param name="duplicates">What becomes of records that may be known already; null: each is created.</param>
    /// <param name="choice">What a person says of the file; null: all is found out.</param>
    /// <exception cref="ForbiddenException">The caller is not of the brokering office.</exception>
    /// <exception cref="BadFileException">The file as a whole is invalid; nothing was changed.</exception>
    public async Task<ImportReport> Run(
        Caller caller,
        ListingKind kind,
        FileFormat format,
        Stream body,
        bool dryRun,
        string language,
        DuplicateChoice? duplicates = null,
        FileChoice? choice = null,
        CancellationToken cancellation = default
    )
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var prepared = await PreparedImport.Read(kind, format, body, choice ?? new(), cancellation);
        return (await Run(caller, prepared, dryRun, language, duplicates, cancellation: cancellation)).Report;
    }

    /// <summary>The same for a file that is read already, watched, and from where an earlier run ended.</summary>
    /// <param name="before">How far an earlier run over the same file came; null: there was none.</param>
    /// <param name="observer">Told each second or so; may end the run. Null: nobody looks.</param>
    public async Task<ImportProgress> Run(
        Caller caller,
        PreparedImport prepared,
        bool dryRun,
        string language,
        DuplicateChoice? duplicates = null,
        ImportCheckpoint? before = null,
        ImportObserver? observer = null,
        CancellationToken cancellation = default
    )
    {
        var (file, call) = (prepared.File, new ImportCall(caller, dryRun, cancellation));
        if (!file.Kind.MayImport(caller))
            throw new ForbiddenException();
        await BuildingNames.Resolve(grains, file, call);
        file = RowReader.Named(file, file.Kind.OwnIdOf(caller));
        var plan = await Plan(file, call, duplicates ?? DuplicateChoice.CreateAll);
        var run = new ImportRun(grains, file, call, plan, Today, before ?? ImportCheckpoint.None);
        await Send(run, file.Kind, new(time, observer, () => run.Progress(row => ToRejectedCell(row, language))), call);
        if (file.Kind.IsStandalone && !dryRun)
            await Task.WhenAll(
                BoardTable
                    .AffectedBy(file.Kind.Board)
                    .Select(board => grains.Index(board.Code).WaitForProjection(long.MaxValue, cancellation))
            );
        return run.Progress(row => ToRejectedCell(row, language));
    }

    private DateOnly Today => HongKong.DayOf(time.GetUtcNow());

    // The trial of the rows that are like others comes first: what is not created is no duplicate.
    private async Task<DuplicatePlan> Plan(ImportFile file, ImportCall call, DuplicateChoice choice)
    {
        var search = new DuplicateSearch(grains, file.Kind, call);
        if (!search.MayFind)
            return DuplicatePlan.None;
        var reader = new RowReader(file, Today, file.Kind.OwnIdOf(call.Caller));
        var rows = new List<SketchedRow>(file.Rows.Count);
        foreach (var row in file.Rows)
        {
            if (reader.Sketch(row) is { } patch)
                rows.Add(new(row.Line, patch));
        }

        var reports = await search.Find(rows);
        var alike = Alike(rows, reports);
        if (alike.Count == 0)
            return DuplicatePlan.None;
        var trial = new ImportRun(
            grains,
            file with
            {
                Rows = [.. file.Rows.Where(row => alike.Contains(row.Line))],
            },
            call with
            {
                DryRun = true,
            },
            DuplicatePlan.None,
            Today,
            ImportCheckpoint.None
        );
        await Send(trial, file.Kind, new(time, null, () => throw new InvalidOperationException()), call);
        if (trial.NewLines.Count == alike.Count)
            return DuplicatePlan.Of(rows, reports, choice);
        List<SketchedRow> created = [.. rows.Where(row => trial.NewLines.Contains(row.Line))];
        return DuplicatePlan.Of(created, await search.Find(created), choice);
    }

    // The lines of the rows that are like another, and of those.
    private static HashSet<int> Alike(List<SketchedRow> rows, IReadOnlyList<DuplicateReport> reports)
    {
        var ids = reports
            .SelectMany(report => report.Candidates)
            .Select(candidate => candidate.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Where((row, at) => !reports[at].Candidates.IsEmpty || ids.Contains(row.Patch.Id))
                .Select(row => row.Line),
        ];
    }

    private static async Task Send(ImportRun run, ListingKind kind, ProgressWatch watch, ImportCall call)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = kind.IsStandalone ? MaxConcurrentStandalone : MaxConcurrentBuildings,
            CancellationToken = call.Cancellation,
        };
        await Parallel.ForEachAsync(
            run.Batches(RowsPerCall),
            options,
            async (batch, _) =>
            {
                if (watch.IsStopped)
                    return;
                await run.Send(batch);
                await watch.Tell();
            }
        );
    }

    private static RejectedCell ToRejectedCell((int Line, CellError Error) rejected, string language)
    {
        var (line, (column, cell, error)) = rejected;
        return new(
            line,
            column,
            StorableText.Repaired(cell.Length > MaxShownCharacters ? cell[..MaxShownCharacters] : cell),
            StorableText.Repaired(ErrorTexts.Of(error, language))
        );
    }
}
