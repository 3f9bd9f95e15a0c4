using System.Collections.Immutable;

namespace Matchmaker.Matching.Search.Reading;

/// <summary>A stretch of a text while it is being understood.</summary>
internal sealed class TextSpan(int start, int end, ImmutableArray<Interpretation> meanings, bool breaks)
{
    public int Start => start;

    public int End => end;

    /// <summary>The likeliest first; empty: a word.</summary>
    public ImmutableArray<Interpretation> Meanings { get; set; } = meanings;

    /// <summary>A comma or the like stands before it.</summary>
    public bool Breaks => breaks;

    public Amount? Amount { get; init; }

    /// <summary>The attributes that an amount was found to be of.</summary>
    public ImmutableArray<string> Named { get; set; } = [];

    /// <summary>The unit that the attribute's name implied; null: the amount's own.</summary>
    public string? ImpliedUnit { get; set; }

    public Comparison? Turn { get; set; }

    public bool NamesAttribute => Amount is null && Meanings.Any(meaning => meaning is AttributeInterpretation);

    public ComparisonInterpretation? AsTurn =>
        Amount is null && Meanings is [ComparisonInterpretation turn, ..] ? turn : null;

    public bool AsksNothing => Meanings is [StopWordInterpretation or ComparisonInterpretation, ..];

    /// <summary>What it came to, once names and directions are attached.</summary>
    public ImmutableArray<Interpretation> Settled() =>
        Amount is not { } amount ? Meanings
        : amount.Unit.Length == 0 && Named.IsEmpty ? []
        : [new AmountInterpretation(amount.Number, amount.To, ImpliedUnit ?? amount.Unit, Named, Turn)];
}
