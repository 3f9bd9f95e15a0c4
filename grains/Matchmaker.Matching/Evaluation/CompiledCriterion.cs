using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Evaluation;

/// <summary>One criterion made ready: its operands in whole steps. It reads a value as a whole number and grades the reading.</summary>
internal sealed class CompiledCriterion
{
    /// <summary>The reading of an unknown value.</summary>
    public const int Unknown = int.MinValue;

    /// <exception cref="ArgumentException">The criterion has not passed <see cref="DemandRules"/>.</exception>
    public CompiledCriterion(Board board, Criterion criterion)
    {
        Attribute =
            board.Find(criterion.Attribute)
            ?? throw new ArgumentException($"{board.Code} has no attribute {criterion.Attribute}.", nameof(criterion));
        Criterion = criterion;
        IsMust = criterion.Strength is Strength.Must;
        Place = board.PlaceOf(criterion.Attribute);
        Curve = MakeCurve();
    }

    public Criterion Criterion { get; }

    public BoardAttribute Attribute { get; }

    /// <summary>The attribute's place on the board, from 0.</summary>
    public int Place { get; }

    public bool IsMust { get; }

    public UtilityFunction Curve { get; }

    /// <summary>A code's place in its list; one that has left the list is known, and none of those asked for.</summary>
    public static int PlaceOrBeyond(BoardAttribute attribute, string code) =>
        attribute.PlaceOf(code) is var place and >= 0 ? place : attribute.Values.Length;

    /// <summary>The value as this criterion sees it on that day: steps, metres or a code's place; <see cref="Unknown"/> where it is not known.</summary>
    public int Read(Value? value, DateOnly day) =>
        (Criterion.Op, value) switch
        {
            (Op.Covers, _) => Tags.Coverage((value as TagsValue)?.Tags ?? [], ((CodeValue)Criterion.Value!).Code, day),
            (Op.AtLeast or Op.AtMost or Op.Between, _) => Steps.Of(Attribute, value) ?? Unknown,
            (Op.AnyOf, CodeValue code) => PlaceOrBeyond(Attribute, code.Code),
            (Op.Is, FlagValue flag) => flag.Yes ? 1 : 0,
            (Op.Allows, UsesValue uses) => uses.Uses.TryGetValue(((CodeValue)Criterion.Value!).Code, out var verdict)
                ? (int)verdict
                : Unknown,
            (Op.Within, PointValue point) => GreatCircle.Metres(Criterion.Of!, point),
            _ => Unknown,
        };

    /// <summary>The utility of a reading, unknown ones too, in millionths.</summary>
    public int Grade(int reading, bool stale)
    {
        if (reading == Unknown)
            return Utility.OfUnknown;
        var utility = Curve.At(reading);
        return stale ? Utility.WhenStale(utility) : utility;
    }

    private UtilityFunction MakeCurve() =>
        Criterion.Op switch
        {
            Op.AtLeast => new Rising(Step(Criterion.Limit)!.Value, Step(Criterion.Ideal ?? Criterion.Limit)!.Value),
            Op.AtMost or Op.Within => new Falling(
                Step(Criterion.Limit)!.Value,
                Step(Criterion.Ideal ?? Criterion.Limit)!.Value
            ),
            Op.Between => new Peak(Step(Criterion.Min)!.Value, Step(Criterion.Ideal), Step(Criterion.Max)!.Value),
            Op.AnyOf => new Table([.. Attribute.Values.Select(entry => OfCode(entry.Code))]),
            Op.Is => ((FlagValue)Criterion.Value!).Yes ? new Table(0, Utility.Full) : new Table(Utility.Full, 0),
            Op.Allows => new Table(Utility.Full, Utility.Half, 0),
            _ => new Table(0, Utility.Full),
        };

    private int? Step(Value? value) =>
        Criterion.Op is Op.Within && value is NumberValue metres
            ? Steps.Of(metres.Number, step: 1)
            : Steps.Of(Attribute, value);

    private int OfCode(string code)
    {
        if (!Criterion.Values!.Value.Contains(code))
            return 0;
        var preferred = Criterion.Preferred is { IsDefaultOrEmpty: false } given ? given : Criterion.Values.Value;
        return preferred.Contains(code) ? Utility.Full : Utility.Half;
    }
}
