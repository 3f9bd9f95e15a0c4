using Matchmaker.Matching;

namespace Matchmaker.Interchange.Files;

/// <summary>The file as a whole cannot be imported; nothing was changed.</summary>
public sealed class BadFileException(BadFile what, FieldError reason) : Exception(ErrorTexts.Of(reason, "en"))
{
    public BadFile What { get; } = what;

    /// <summary>The error, a row of errors.csv with its arguments; the path is the column, or empty.</summary>
    public FieldError Reason { get; } = reason;

    internal static BadFileException Unreadable(string code, params string[] args) =>
        new(BadFile.Unreadable, new("", code, args));

    internal static BadFileException Invalid(string column, string code, params string[] args) =>
        new(BadFile.Invalid, new(column, code, args));
}

/// <summary>The reason why a file is rejected.</summary>
public enum BadFile
{
    /// <summary>Not UTF-8, or not valid CSV or JSON (400).</summary>
    Unreadable,

    /// <summary>Readable, but the columns are not those of the kind (422).</summary>
    Invalid,

    /// <summary>Over 64 MB (413).</summary>
    TooLarge,
}
