using System.Collections.Immutable;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Files;

/// <summary>The file as a whole cannot be imported; nothing was changed.</summary>
public sealed class BadFileException(BadFile what, params ImmutableArray<FieldError> reasons)
    : Exception(string.Join(" ", reasons.Select(reason => ErrorTexts.Of(reason, "en"))))
{
    public BadFile What { get; } = what;

    /// <summary>
    /// Every error that was found, each a row of errors.csv with its arguments; the path is the column, or empty.
    /// </summary>
    public ImmutableArray<FieldError> Reasons { get; } = reasons;

    /// <summary>The first error.</summary>
    public FieldError Reason => Reasons[0];

    internal static BadFileException Unreadable(string code, params string[] args) =>
        new(BadFile.Unreadable, [new("", code, args)]);

    internal static BadFileException Invalid(string column, string code, params string[] args) =>
        new(BadFile.Invalid, [new(column, code, args)]);

    internal static BadFileException TooLarge(string code, params string[] args) =>
        new(BadFile.TooLarge, [new("", code, args)]);
}

/// <summary>The reason why a file is rejected.</summary>
public enum BadFile
{
    /// <summary>In no known encoding, or not valid CSV, JSON or XLSX (400).</summary>
    Unreadable,

    /// <summary>Readable, but the columns are not those of the kind (422).</summary>
    Invalid,

    /// <summary>Over 64 MB, or over the bounds of rows and expanded size (413).</summary>
    TooLarge,
}
