namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>A number in a text, before any thousand, million or unit that follows it.</summary>
/// <param name="End">The index in the text at which the number ends.</param>
/// <param name="Fault">Why the digits are no number; null: they are one.</param>
internal readonly record struct WrittenNumber(decimal Value, int End, ReadingFault? Fault = null)
{
    /// <summary>Whether the number is in Han numerals, which in running text are mostly parts of words.</summary>
    public bool IsHan { get; init; }
}

/// <summary>Why a text is no value: a row of errors.csv.</summary>
/// <param name="Args">The arguments of its text.</param>
internal sealed record ReadingFault(string Code, params string[] Args)
{
    /// <summary>Whether the arguments are the two readings of the text, one of which is meant.</summary>
    public bool IsEither { get; init; }

    public static readonly ReadingFault NotANumber = new("notANumber");
}
