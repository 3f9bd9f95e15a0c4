using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Mutual;

namespace Matchmaker.Interchange.Imports;

/// <summary>Brings the rows of one file into the system, grain by grain: the same for the web and for the command line.</summary>
public sealed class Importer(IGrainFactory grains)
{
    // Because one call waits for one commit: many grains at once share commits, and small calls keep each within its time.
    private const int BuildingsAtOnce = 4;
    private const int AloneAtOnce = 128;
    private const int RowsPerCall = 500;
    private const int ShownCharacters = 200;

    /// <summary>
    /// Imports what the caller may import; a row with an error is rejected and the others go in. The same file again changes nothing, so
    /// an import that the store interrupted is simply repeated.
    /// </summary>
    /// <param name="dryRun">Whether to tell only what would become of the rows.</param>
    /// <param name="language">Of the messages: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    /// <exception cref="BadFileException">The file as a whole is bad; nothing was changed.</exception>
    public async Task<ImportReport> Run(
        Caller caller,
        ListingKind kind,
        FileFormat format,
        Stream body,
        bool dryRun,
        string language,
        CancellationToken cancellation = default
    )
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var bounded = new BoundedStream(body, ImportFile.LargestBytes);
        var file =
            format == FileFormat.Csv
                ? await CsvRows.Read(kind, bounded, cancellation)
                : await GeoJsonRows.Read(kind, bounded, cancellation);

        var run = new ImportRun(grains, file, new(caller, dryRun, cancellation));
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = kind.IsAlone ? AloneAtOnce : BuildingsAtOnce,
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(run.Batches(RowsPerCall), options, (batch, _) => new ValueTask(run.Send(batch)));
        if (kind.IsAlone && !dryRun)
            await Task.WhenAll(
                ReciprocalIndex
                    .AffectedBoards(kind.Board.Code)
                    .Select(board => grains.Index(board).WaitForProjection(long.MaxValue, cancellation))
            );
        return run.Report(row => Show(row, language)) with { Duplicates = await run.Duplicates() };
    }

    private static RejectedCell Show((int Line, CellError Error) rejected, string language)
    {
        var (line, (column, cell, error)) = rejected;
        return new(
            line,
            column,
            cell.Length > ShownCharacters ? cell[..ShownCharacters] : cell,
            ErrorTexts.Of(error, language)
        );
    }
}

/// <summary>How a file carries its rows.</summary>
public enum FileFormat
{
    Csv,
    GeoJson,
}
