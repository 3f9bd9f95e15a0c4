using Matchmaker.Contracts.Firms;

namespace Matchmaker.Interchange.Imports;

/// <summary>What became of a file's rows; each row is counted once, as created, updated, unchanged, or by its errors in <paramref name="Rejected"/>.</summary>
/// <param name="Read">All rows below the header.</param>
/// <param name="Rejected">One entry an error, in the order of lines; a row may have several.</param>
/// <param name="Duplicates">Created firms that may be in the system under another id too, in the order of lines; null: none is known.</param>
public sealed record ImportReport(
    int Read,
    int Created,
    int Updated,
    int Unchanged,
    IReadOnlyList<RejectedCell> Rejected,
    IReadOnlyList<DuplicateRow>? Duplicates = null
);

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Id">The firm that the row created.</param>
/// <param name="Of">The likeliest other one.</param>
/// <param name="Verdict">Never <c>new</c>.</param>
public sealed record DuplicateRow(int Line, string Id, string Of, DuplicateVerdict Verdict);

/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Column">The column's name; empty: the whole row.</param>
/// <param name="Value">What stands there, cut after 200 characters.</param>
/// <param name="Message">Why it cannot be, in the caller's language.</param>
public sealed record RejectedCell(int Line, string Column, string Value, string Message);
