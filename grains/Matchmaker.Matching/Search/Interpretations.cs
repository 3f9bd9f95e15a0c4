using System.Collections.Immutable;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search.Parsing.Times;

namespace Matchmaker.Matching.Search;

/// <summary>A possible interpretation of a span of a search text.</summary>
public abstract record Interpretation;

/// <summary>A code of a closed list, such as <c>district</c> <c>kwunTong</c>.</summary>
public sealed record CodeInterpretation(string List, string Code) : Interpretation;

/// <summary>A flag that must be yes.</summary>
public sealed record FlagInterpretation(string Attribute) : Interpretation;

/// <summary>A current code of a taxonomy.</summary>
public sealed record TagInterpretation(string Taxonomy, string Code) : Interpretation;

/// <summary>A railway station, to be near to.</summary>
/// <param name="Code">As in <see cref="Places.StationTable"/>.</param>
/// <param name="Metres">The greatest distance from it.</param>
public sealed record StationInterpretation(string Code, decimal Metres) : Interpretation;

/// <summary>The name of a number attribute, for an amount nearby.</summary>
/// <param name="Default">The minimum that the name asks for without an amount nearby; null: nothing.</param>
/// <param name="Unit">The unit that the name implies, such as that of 呎租; null: the amount's own.</param>
public sealed record AttributeInterpretation(string Attribute, decimal? Default = null, string? Unit = null)
    : Interpretation;

/// <summary>A minimum of an attribute expressed by a thing, not a number, such as 40呎貨櫃.</summary>
public sealed record PresetInterpretation(string Attribute, decimal Number) : Interpretation;

/// <summary>A machine that has to get into a space.</summary>
/// <param name="Code">The typical machine that is named, as in <see cref="MachineLibrary"/>.</param>
/// <param name="Machine">The typical measures, or those that were typed beside the name; null: only named yet.</param>
public sealed record MachineInterpretation(string Code, Machine? Machine = null) : Interpretation;

/// <summary>An amount as typed.</summary>
/// <param name="To">The other end of a range; null: a single number.</param>
/// <param name="Unit">The spelling in the unit tables; empty: no unit was typed.</param>
/// <param name="Attributes">
/// The attributes, on all boards, that a name nearby may stand for; empty: the unit decides.
/// </param>
/// <param name="Comparison">The comparison; null: the attribute decides.</param>
public sealed record AmountInterpretation(
    decimal Number,
    decimal? To,
    string Unit,
    ImmutableArray<string> Attributes,
    Comparison? Comparison
) : Interpretation;

/// <summary>A day as typed.</summary>
/// <param name="Attributes">The attributes that a name nearby may stand for; empty: the board's days.</param>
/// <param name="Comparison">The comparison; null: by that day.</param>
public sealed record DayInterpretation(DateOnly Day, ImmutableArray<string> Attributes, Comparison? Comparison)
    : Interpretation;

/// <summary>Months as typed, such as "by June 2027".</summary>
/// <param name="Attributes">As for <see cref="DayInterpretation"/>.</param>
/// <param name="Comparison">A comparison besides the period's own words; null: these decide.</param>
public sealed record PeriodInterpretation(
    WrittenPeriod Period,
    ImmutableArray<string> Attributes,
    Comparison? Comparison
) : Interpretation;

/// <summary>A word for the day of the search, such as "immediate".</summary>
public sealed record NowInterpretation : Interpretation;

/// <summary>The comparison of an amount, such as "at least".</summary>
public sealed record ComparisonInterpretation(Comparison Comparison, ComparisonSide Side) : Interpretation;

/// <summary>A word that denies the term beside it, such as <c>without</c>.</summary>
/// <param name="Side">Where its term stands.</param>
public sealed record DenialInterpretation(Denial Denial, DenialSide Side = DenialSide.Either) : Interpretation;

/// <summary>A word such as <c>preferably</c>: what it belongs to is wished, not demanded.</summary>
/// <param name="Side">Where its terms stand.</param>
public sealed record WishInterpretation(WishSide Side) : Interpretation;

/// <summary>A quantity that means nothing sure: it is said, and searched nowhere.</summary>
/// <param name="Meant">What it would say if something were sure that is not; null: nothing.</param>
public sealed record UnreadInterpretation(Interpretation? Meant = null) : Interpretation;

/// <summary>Words of which people mean different things, such as "quiet floor".</summary>
/// <param name="Code">As in the table of choices.</param>
public sealed record VagueInterpretation(string Code) : Interpretation;

/// <summary>A word such as "building": a part of a name beside another word, elsewhere it asks nothing.</summary>
public sealed record NounInterpretation : Interpretation;

/// <summary>A stop word, which asks for nothing.</summary>
public sealed record StopWordInterpretation : Interpretation;

/// <summary>What a word of denial says of a term.</summary>
public enum Denial
{
    /// <summary>What has it is left out.</summary>
    Excluded,

    /// <summary>
    /// It may be or not, as after "no need for", or it is denied twice: the term is reported as not understood.
    /// </summary>
    Unclear,
}

/// <summary>The position of a word of denial relative to what it denies.</summary>
public enum DenialSide
{
    /// <summary>Before its term; behind it where none follows.</summary>
    Either,

    /// <summary>Before its term alone, as "other than" does.</summary>
    Ahead,

    /// <summary>Behind its term alone, as 都得 does.</summary>
    Behind,
}

/// <summary>The position of a comparison word relative to its amount.</summary>
public enum ComparisonSide
{
    /// <summary>Before its amount.</summary>
    Before,

    /// <summary>After its amount.</summary>
    After,

    /// <summary>Before or after its amount.</summary>
    Either,
}

/// <summary>The position of a word of wishing relative to what it wishes.</summary>
public enum WishSide
{
    /// <summary>Before its terms; behind the last one where none follows.</summary>
    Before,

    /// <summary>Behind its term; before it where none precedes.</summary>
    Behind,

    /// <summary>Before its terms, where the text has asked for something already: "we hope" begins a text.</summary>
    Later,
}
