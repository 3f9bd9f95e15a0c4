using System.Globalization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Uploads;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching;
using Matchmaker.Web.Imports;

namespace Matchmaker.Web.Uploads;

/// <summary>
/// Runs the imports of uploaded files on this host. Progress is kept with the file, so that it is told by any host, and
/// another one can go on after this one ends.
/// </summary>
internal sealed partial class UploadJobs(
    IGrainFactory grains,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<UploadJobs> logger
)
{
    private const int MaxShown = 1_000;
    private const int MaxKept = 20_000;

    /// <summary>Reads the file, and imports it after the call has returned.</summary>
    /// <param name="before">The job to go on with; null: a new one.</param>
    /// <exception cref="InvalidException">The kind or a column is not known.</exception>
    /// <exception cref="ConflictException">An import of the file is running.</exception>
    public async Task Start(
        Caller caller,
        Upload upload,
        UploadImport asked,
        string language,
        UploadJob? before,
        CancellationToken cancellation
    )
    {
        var kind = ListingKind.Find(asked.Kind) ?? throw new InvalidException(new FieldError("kind", "unknownKind"));
        if (!kind.MayImport(caller))
            throw new ForbiddenException();
        var grain = grains.Upload(upload.Id);
        var body = await UploadContent.Read(grain, caller, cancellation);
        var prepared = await ImportFiles.Reading(() =>
            PreparedImport.Read(kind, UploadContent.FormatOf(upload), body, ChoiceOf(asked), cancellation)
        );
        var goesOn = before?.Checkpoint is not null && !asked.DryRun;
        var job = new UploadJob(
            UploadJson.Write(asked),
            language,
            UploadState.Running,
            prepared.Rows,
            goesOn ? before!.Done : 0,
            goesOn ? before!.Checkpoint : null,
            goesOn ? before!.Report : null
        );
        var run = await grain.Start(caller, job, cancellation);
        if (asked.Columns is { Count: > 0 } && (caller.IsOffice || caller.Party is not null))
            await grains.ColumnMatches().Keep(caller, [.. prepared.Names], job.Plan, cancellation);
        _ = Task.Run(() => Run(caller, grain, run, job, prepared, asked), CancellationToken.None);
    }

    /// <summary>What the person said of the file.</summary>
    public static FileChoice ChoiceOf(UploadImport asked) =>
        new(asked.Sheet, asked.HeaderRow, asked.Columns)
        {
            Cells = asked.Cells?.ToDictionary(row => Line(row.Key, "cells"), row => row.Value),
        };

    private async Task Run(
        Caller caller,
        IUploadGrain grain,
        string run,
        UploadJob job,
        PreparedImport prepared,
        UploadImport asked
    )
    {
        try
        {
            var checkpoint = job.Checkpoint is { } kept ? UploadJson.Read<ImportCheckpoint>(kept) : null;
            var earlier = job.Report is { } told ? UploadJson.Read<ImportReport>(told).Duplicates : null;
            var report = await new Importer(grains, time).Run(
                caller,
                prepared,
                asked.DryRun,
                job.Language,
                new(
                    asked.Duplicates ?? DuplicateAction.Create,
                    asked.Decisions?.ToDictionary(row => Line(row.Key, "decisions"), row => row.Value)
                ),
                checkpoint,
                async progress =>
                {
                    job = Told(job, progress, earlier, MaxShown);
                    return await grain.Report(caller, run, job);
                },
                lifetime.ApplicationStopping
            );
            job = Told(job, report, earlier, MaxKept);
            var isDone = report.Done == report.Rows;
            await grain.Report(caller, run, job with { State = isDone ? UploadState.Done : UploadState.Stopped });
        }
        catch (Exception failure)
        {
            // The host ends, the store fails, or a right was taken away: what was done is told, and it can go on.
            LogInterrupted(failure, grain.GetPrimaryKeyString());
            await Interrupted(caller, grain, run, job);
        }
    }

    private static async Task Interrupted(Caller caller, IUploadGrain grain, string run, UploadJob job)
    {
        try
        {
            await grain.Report(caller, run, job with { State = UploadState.Interrupted });
        }
        catch (Exception)
        {
            // Silence tells it too, half a minute later.
        }
    }

    private static UploadJob Told(
        UploadJob job,
        ImportProgress progress,
        IReadOnlyList<DuplicateRow>? earlier,
        int most
    )
    {
        var report = progress.Report;
        var found = (report.Duplicates ?? []).Select(row => row.Line).ToHashSet();
        DuplicateRow[] duplicates =
        [
            .. (earlier ?? [])
                .Where(row => !found.Contains(row.Line))
                .Concat(report.Duplicates ?? [])
                .OrderBy(row => row.Line),
        ];
        report = report with
        {
            Rejected = [.. report.Rejected.Take(most)],
            Duplicates = duplicates.Length == 0 ? null : duplicates,
        };
        return job with
        {
            Rows = progress.Rows,
            Done = progress.Done,
            Report = UploadJson.Write(report),
            Checkpoint = UploadJson.Write(progress.Checkpoint),
        };
    }

    private static int Line(string text, string field) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? line
            : throw new InvalidException(new FieldError($"{field}.{text}", "notWhole"));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The import of upload {Upload} was interrupted")]
    private partial void LogInterrupted(Exception failure, string upload);
}
