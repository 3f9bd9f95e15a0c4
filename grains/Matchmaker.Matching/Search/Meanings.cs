using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>What a stretch of a search text can mean.</summary>
public abstract record Meaning;

/// <summary>A code of a closed list, such as <c>district</c> <c>kwunTong</c>.</summary>
public sealed record CodeMeaning(string List, string Code) : Meaning;

/// <summary>That a flag is yes.</summary>
public sealed record FlagMeaning(string Attribute) : Meaning;

/// <summary>A taxonomy's code that stands for itself now.</summary>
public sealed record TagMeaning(string Taxonomy, string Code) : Meaning;

/// <summary>The name of a number's attribute, for an amount that stands near.</summary>
/// <param name="Default">At least so much is meant when no amount stands near; null: nothing is.</param>
/// <param name="Unit">The unit that the name implies, such as that of 呎租; null: the amount's own.</param>
public sealed record AttributeMeaning(string Attribute, decimal? Default = null, string? Unit = null) : Meaning;

/// <summary>At least so much of an attribute, where words name a thing and not a number, such as 40呎貨櫃.</summary>
public sealed record PresetMeaning(string Attribute, decimal Number) : Meaning;

/// <summary>An amount as it was typed.</summary>
/// <param name="To">The other end of a range; null: it is one number.</param>
/// <param name="Unit">As the tables of units spell it; empty: none was typed.</param>
/// <param name="Attributes">Those that a name near it may mean, on all boards; empty: its unit decides.</param>
/// <param name="Turn">Null: the attribute decides.</param>
public sealed record AmountMeaning(
    decimal Number,
    decimal? To,
    string Unit,
    ImmutableArray<string> Attributes,
    Turn? Turn
) : Meaning;

/// <summary>Which way an amount is meant.</summary>
public sealed record TurnMeaning(Turn Turn, TurnSide Side) : Meaning;

/// <summary>A word that asks for nothing.</summary>
public sealed record StopMeaning : Meaning;

/// <summary>Which values near an amount are meant.</summary>
public enum Turn
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
public enum TurnSide
{
    /// <summary>Before its amount.</summary>
    Before,

    /// <summary>After its amount.</summary>
    After,

    /// <summary>Before or after it.</summary>
    Either,
}
