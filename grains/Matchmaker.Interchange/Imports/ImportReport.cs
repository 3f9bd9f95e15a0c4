using Matchmaker.Contracts.Firms;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Imports;

/// <summary>The result of an import. Each row counts once, as created, updated, unchanged, rejected,
/// skipped or merged. The report on a trial is that of the run.</summary>
/// <param name="Read">The number of rows below the header.</param>
/// <param name="Rejected">One entry per error, in the order of lines; a row may have several.</param>
/// <param name="Duplicates">
/// New records that may be in the system under another id, or in an earlier row, in the order of lines; null: none.
/// </param>
public sealed record ImportReport(
    int Read,
    int Created,
    int Updated,
    int Unchanged,
    IReadOnlyList<RejectedCell> Rejected,
    IReadOnlyList<DuplicateRow>? Duplicates = null
)
{
    /// <summary>The rows that were left out as duplicates; null: none.</summary>
    public int? Skipped { get; init; }

    /// <summary>The rows that went into one record together with an earlier row; null: none.</summary>
    public int? Merged { get; init; }

    /// <summary>How the file was read; null: it was not a file.</summary>
    public FileFound? File { get; init; }
}

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Id">The id that the row's record has or would have.</param>
/// <param name="Of">The id of the most likely duplicate.</param>
/// <param name="Verdict">The verdict, never <c>new</c>.</param>
public sealed record DuplicateRow(int Line, string Id, string Of, DuplicateVerdict Verdict)
{
    /// <summary>The line of the earlier row that creates the duplicate; null: it is stored.</summary>
    public int? OfLine { get; init; }

    /// <summary>The name of the duplicate; null: it has none.</summary>
    public LocalText? Name { get; init; }

    /// <summary>What the two have in common.</summary>
    public IReadOnlyList<DuplicateReason> Reasons { get; init; } = [];

    /// <summary>What becomes of the row.</summary>
    public DuplicateAction Action { get; init; }
}

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Column">The column's name; empty: the whole row.</param>
/// <param name="Value">The cell, truncated to 200 characters.</param>
/// <param name="Message">The error message, in the caller's language.</param>
public sealed record RejectedCell(int Line, string Column, string Value, string Message);
