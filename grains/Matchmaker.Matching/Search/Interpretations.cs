using System.Collections.Immutable;

namespace Matchmaker.Matching.Search;

/// <summary>What a stretch of a search text can mean.</summary>
public abstract record Interpretation;

/// <summary>A code of a closed list, such as <c>district</c> <c>kwunTong</c>.</summary>
public sealed record CodeInterpretation(string List, string Code) : Interpretation;

/// <summary>That a flag is yes.</summary>
public sealed record FlagInterpretation(string Attribute) : Interpretation;

/// <summary>A taxonomy's code that stands for itself now.</summary>
public sealed record TagInterpretation(string Taxonomy, string Code) : Interpretation;

/// <summary>The name of a number's attribute, for an amount that stands near.</summary>
/// <param name="Default">At least so much is meant when no amount stands near; null: nothing is.</param>
/// <param name="Unit">The unit that the name implies, such as that of 呎租; null: the amount's own.</param>
public sealed record AttributeInterpretation(string Attribute, decimal? Default = null, string? Unit = null)
    : Interpretation;

/// <summary>At least so much of an attribute, where words name a thing and not a number, such as 40呎貨櫃.</summary>
public sealed record PresetInterpretation(string Attribute, decimal Number) : Interpretation;

/// <summary>An amount as it was typed.</summary>
/// <param name="To">The other end of a range; null: it is one number.</param>
/// <param name="Unit">As the tables of units spell it; empty: none was typed.</param>
/// <param name="Attributes">Those that a name near it may mean, on all boards; empty: its unit decides.</param>
/// <param name="Turn">Null: the attribute decides.</param>
public sealed record AmountInterpretation(
    decimal Number,
    decimal? To,
    string Unit,
    ImmutableArray<string> Attributes,
    Comparison? Turn
) : Interpretation;

/// <summary>Which way an amount is meant.</summary>
public sealed record ComparisonInterpretation(Comparison Turn, ComparisonSide Side) : Interpretation;

/// <summary>A word that asks for nothing.</summary>
public sealed record StopWordInterpretation : Interpretation;

/// <summary>Which values near an amount are meant.</summary>
public enum Comparison
{
    /// <summary>It or more.</summary>
    Least,

    /// <summary>It or less.</summary>
    Most,

    /// <summary>From four fifths of it to five fourths of it.</summary>
    About,

    /// <summary>From it to the next amount.</summary>
    Between,
}

/// <summary>Where a word of direction stands.</summary>
public enum ComparisonSide
{
    /// <summary>Before its amount.</summary>
    Before,

    /// <summary>After its amount.</summary>
    After,

    /// <summary>Before or after it.</summary>
    Either,
}
