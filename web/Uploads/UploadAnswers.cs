using Matchmaker.Contracts.Uploads;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Web.Uploads;

/// <summary>A file that is kept for a day, and its import.</summary>
/// <param name="Id">Names it in the routes.</param>
/// <param name="Name">The file's name; null: not stated.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ExpiresAt">When the file is deleted.</param>
/// <param name="Found">What is in the file, and how its columns match.</param>
/// <param name="Kinds">The kinds that the caller may import.</param>
/// <param name="Job">Its last import; null: none yet.</param>
internal sealed record UploadedFile(
    string Id,
    string? Name,
    long Size,
    DateTimeOffset ExpiresAt,
    FileContents Found,
    IReadOnlyList<string> Kinds,
    UploadedImport? Job
);

/// <summary>An import of an uploaded file.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Asked">What it was asked to do.</param>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Done">The rows that are done.</param>
/// <param name="Report">What it did so far, while it runs with 1 000 rejected cells at most; null: nothing.</param>
internal sealed record UploadedImport(UploadState State, UploadImport Asked, int Rows, int Done, ImportReport? Report);

/// <summary>What to do with an uploaded file.</summary>
/// <param name="Kind"><c>buildings</c>, <c>spaces</c>, <c>firms</c> or <c>centres</c>.</param>
/// <param name="Sheet">The sheet to read; null: the first that has a header.</param>
/// <param name="HeaderRow">The line or row, from 1, that names the columns; null: it is found.</param>
/// <param name="Columns">
/// The file's column to ours, or to null: it is left out. Other columns are matched by name; null: all are.
/// </param>
/// <param name="DryRun">Whether only to report what would happen.</param>
/// <param name="Duplicates">What becomes of firms that may be known already; null: each is created.</param>
/// <param name="Decisions">The same for single rows, by line; null: for none.</param>
/// <param name="Cells">Cells mended in place, by line, then by the file's column; null: none.</param>
internal sealed record UploadImport(
    string Kind,
    string? Sheet = null,
    int? HeaderRow = null,
    ColumnChoices? Columns = null,
    bool DryRun = false,
    DuplicateAction? Duplicates = null,
    IReadOnlyDictionary<string, DuplicateAction>? Decisions = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Cells = null
);

/// <summary>The file's column to ours; null: it is left out, which is not the same as not being named.</summary>
internal sealed class ColumnChoices : Dictionary<string, string?>;
