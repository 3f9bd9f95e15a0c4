using Matchmaker.Contracts.Firms;

namespace Matchmaker.Interchange.Imports;

/// <summary>The result of an import. Each row counts once, as created, updated, unchanged, or rejected.</summary>
/// <param name="Read">The number of rows below the header.</param>
/// <param name="Rejected">One entry per error, in the order of lines; a row may have several.</param>
/// <param name="Duplicates">
/// Created firms that may already exist under another id, in the order of lines; null: none.
/// </param>
public sealed record ImportReport(
    int Read,
    int Created,
    int Updated,
    int Unchanged,
    IReadOnlyList<RejectedCell> Rejected,
    IReadOnlyList<DuplicateRow>? Duplicates = null
);

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Id">The id of the created firm.</param>
/// <param name="Of">The id of the most likely duplicate.</param>
/// <param name="Verdict">The verdict, never <c>new</c>.</param>
public sealed record DuplicateRow(int Line, string Id, string Of, DuplicateVerdict Verdict);

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Column">The column's name; empty: the whole row.</param>
/// <param name="Value">The cell, truncated to 200 characters.</param>
/// <param name="Message">The error message, in the caller's language.</param>
public sealed record RejectedCell(int Line, string Column, string Value, string Message);
