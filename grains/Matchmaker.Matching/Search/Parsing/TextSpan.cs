using System.Collections.Immutable;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search.Parsing.Times;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>A span of a text during parsing.</summary>
internal sealed class TextSpan(int start, int end, ImmutableArray<Interpretation> interpretations, bool breaks)
{
    private const decimal Million = 1_000_000;

    public int Start => start;

    public int End => end;

    /// <summary>The interpretations, most likely first; empty: a plain word.</summary>
    public ImmutableArray<Interpretation> Interpretations { get; set; } = interpretations;

    /// <summary>Whether a comma or similar sign precedes the span.</summary>
    public bool FollowsBreak { get; set; } = breaks;

    public Amount? Amount { get; set; }

    /// <summary>The day that the span says; null: it says none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The months that the span says; null: it says none.</summary>
    public WrittenPeriod? Period { get; init; }

    /// <summary>Whether the span says when.</summary>
    public bool IsTime => Day is not null || Period is not null;

    /// <summary>Whether names and comparisons nearby may say what the span is of.</summary>
    public bool IsValue => Amount is not null || IsTime;

    /// <summary>The attributes that names nearby assign to the amount or day.</summary>
    public ImmutableArray<string> AttributesNamed { get; set; } = [];

    /// <summary>The attributes that a name beside it says, of which there is no such amount.</summary>
    public ImmutableArray<string> MisfitNames { get; set; } = [];

    /// <summary>Whether its unit alone does not say what the amount is of.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>The unit that the attribute's name implies; null: the amount's own.</summary>
    public string? ImpliedUnit { get; set; }

    public Comparison? Comparison { get; set; }

    /// <summary>The denial that stands before or after the span; null: none.</summary>
    public Denial? Denial { get; set; }

    /// <summary>Whether a word of wishing stands before or behind the span.</summary>
    public bool IsWished { get; set; }

    /// <summary>The span whose term this one belongs to, such as a name's amount; null: its own.</summary>
    public TextSpan? Owner { get; set; }

    public bool NamesAttribute =>
        !IsValue && Interpretations.Any(interpretation => interpretation is AttributeInterpretation);

    public ComparisonInterpretation? AsComparison =>
        !IsValue && Interpretations is [ComparisonInterpretation comparison, ..] ? comparison : null;

    public DenialInterpretation? AsDenial =>
        !IsValue && Interpretations is [DenialInterpretation denial, ..] ? denial : null;

    public WishInterpretation? AsWish => !IsValue && Interpretations is [WishInterpretation wish, ..] ? wish : null;

    public bool IsNoun => !IsValue && Interpretations is [NounInterpretation, ..];

    public bool IsStopWord => Interpretations is [StopWordInterpretation, ..];

    public bool AsksNothing =>
        Interpretations is [StopWordInterpretation or ComparisonInterpretation or WishInterpretation, ..];

    /// <summary>The final interpretations, once names and comparisons are attached.</summary>
    public ImmutableArray<Interpretation> Resolve() =>
        Day is { } day ? [new DayInterpretation(day, AttributesNamed, Comparison)]
        : Period is { } period ? Resolve(period)
        : Amount is not { } amount ? Interpretations
        : !AttributesNamed.IsEmpty || IsSure(amount) ? [As(amount, AttributesNamed)]
        // A bare number may be a house number; nobody lives at number four million.
        : amount is { Unit.Length: 0, Number: < Million } && Comparison is null && MisfitNames.IsEmpty ? []
        : [new UnreadInterpretation(As(amount, MisfitNames))];

    private ImmutableArray<Interpretation> Resolve(WrittenPeriod period)
    {
        var read = new PeriodInterpretation(period, AttributesNamed, Comparison);
        var isSure = period.IsSure || !AttributesNamed.IsEmpty || Comparison is not null;
        return isSure && !period.HasShortYear ? [read]
            : period.MayBeName ? []
            : [new UnreadInterpretation(read)];
    }

    private AmountInterpretation As(Amount amount, ImmutableArray<string> attributes) =>
        new(amount.Number, amount.To, ImpliedUnit ?? amount.Unit, attributes, Comparison);

    private bool IsSure(Amount amount) =>
        amount is { Unit.Length: > 0, IsExtent: false }
        && !IsDoubtful
        && !IsOtherMoney(amount.Unit)
        && MisfitNames.IsEmpty;

    private static bool IsOtherMoney(string unit) => unit[0] == '$' && !QuantityReader.IsRent(unit);
}
