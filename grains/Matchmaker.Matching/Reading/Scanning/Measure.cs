using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>
/// A number with its unit as written, such as <c>1.5萬呎</c>; a compound such as 12呎6吋 is 150 of its inches.
/// </summary>
/// <param name="Mantissa">The number before its suffix.</param>
/// <param name="Scale">What the suffix multiplies it by, such as 10 000 for 萬; 1: there is no suffix.</param>
/// <param name="Unit">The key in the tables of units; empty: none is written.</param>
/// <param name="IsMoney">Whether a currency is written.</param>
/// <param name="NumberEnd">The index at which number and suffix end.</param>
/// <param name="End">The index at which the measure ends.</param>
internal readonly record struct Measure(
    decimal Mantissa,
    decimal Scale,
    string Unit,
    bool IsMoney,
    int NumberEnd,
    int End
)
{
    public decimal Number => Mantissa * Scale;

    /// <summary>Why this is no number; null: it is one.</summary>
    public ReadingFault? Fault { get; init; }

    public bool IsHan { get; init; }

    /// <summary>The number in the attribute's unit, before its step; null: the unit is of another dimension.</summary>
    public decimal? In(BoardAttribute attribute)
    {
        if (UnitTable.For(attribute).Find(Unit, IsMoney) is not { } scale)
            return null;
        var value = scale.Apply(Number);
        return scale.RoundsDown && attribute.Step is { } step ? decimal.Floor(value / step) * step : value;
    }
}

/// <summary>One measure, or a range of two.</summary>
/// <param name="To">The other end of the range; null: one measure.</param>
internal readonly record struct WrittenAmount(Measure From, Measure? To)
{
    public int End => (To ?? From).End;

    public ReadingFault? Fault => From.Fault ?? To?.Fault;
}
