using Matchmaker.Matching;

namespace Matchmaker.Interchange.Imports;

/// <summary>A file that cannot be imported as a whole; nothing was changed.</summary>
public sealed class BadFileException(BadFile what, FieldError reason) : Exception(ErrorTexts.Of(reason, "en"))
{
    public BadFile What { get; } = what;

    /// <summary>A row of errors.csv with its arguments; the path is the column, or empty.</summary>
    public FieldError Reason { get; } = reason;

    internal static BadFileException Unreadable(string code, params string[] args) =>
        new(BadFile.Unreadable, new("", code, args));

    internal static BadFileException Invalid(string column, string code, params string[] args) =>
        new(BadFile.Invalid, new(column, code, args));
}

/// <summary>In which way a file is bad.</summary>
public enum BadFile
{
    /// <summary>Not UTF-8, or not the CSV or JSON that it says it is (400).</summary>
    Unreadable,

    /// <summary>Readable, but its columns are not those of the kind (422).</summary>
    Invalid,

    /// <summary>Over 64 MB (413).</summary>
    TooLarge,
}
