using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Evaluation;

/// <summary>
/// A criterion compiled for evaluation: its operands in whole steps. It reads a value as a whole number (a reading) and
/// maps the reading to a utility.
/// </summary>
internal sealed class CompiledCriterion
{
    /// <summary>The reading of an unknown value.</summary>
    public const int Unknown = int.MinValue;

    /// <exception cref="ArgumentException">The board lacks the criterion's attribute.</exception>
    public CompiledCriterion(Board board, Criterion criterion, GateTable gates)
    {
        Gates = gates;
        Attribute =
            board.Find(criterion.Attribute)
            ?? throw new ArgumentException($"{board.Code} has no attribute {criterion.Attribute}.", nameof(criterion));
        Definition = criterion;
        IsMust = criterion.Strength is Strength.Must;
        AttributeIndex = board.IndexOf(criterion.Attribute);
        UtilityFunction = MakeUtilityFunction();
        Path = criterion.Machines is { IsDefaultOrEmpty: false } machines ? new(machines) : null;
    }

    public Criterion Definition { get; }

    /// <summary>The rules by which uses that no record states are judged.</summary>
    public GateTable Gates { get; }

    public BoardAttribute Attribute { get; }

    /// <summary>The attribute's index on the board, from 0.</summary>
    public int AttributeIndex { get; }

    public bool IsMust { get; }

    /// <summary>What the machines of a takes criterion need; null: another kind of criterion.</summary>
    public PathNeeds? Path { get; }

    /// <summary>Whether it is never proposed for relaxation.</summary>
    public bool IsFixed => Definition.Fixed || Attribute.IsFixed;

    public UtilityFunction UtilityFunction { get; }

    /// <summary>
    /// A code's index in its list. A code no longer in the list yields the list's length: known, but never acceptable.
    /// </summary>
    public static int CodeIndex(BoardAttribute attribute, string code) =>
        attribute.IndexOf(code) is var index and >= 0 ? index : attribute.Values.Length;

    /// <summary>What a profile gives on that day.</summary>
    public Judgement Judge(Profile profile, DateOnly day)
    {
        if (profile.Members is { } members)
            return RunReadings.Judge(this, members, day);
        if (Path is { } path)
        {
            var way = Kleene.ToReading(path.Judge(new ProfileReadings(profile)));
            return new(way, way != Unknown && IsPathStale(path, profile, day));
        }

        var reading = Read(profile.Values.GetValueOrDefault(Definition.Attribute), day);
        if (reading != Unknown || !Attribute.IsGated)
            return new(reading, CompiledDemand.IsStale(profile, Attribute, day));
        var answer = UseGates.Answer(profile, ((CodeValue)Definition.Value!).Code, day, Gates);
        return new((int?)answer.Verdict ?? Unknown, answer.Stale, answer);
    }

    /// <summary>Whether what the profile gives is known and not acceptable.</summary>
    public bool Rejects(Profile profile, DateOnly day) => Rejects(Judge(profile, day).Reading);

    /// <summary>Whether a reading is known and not acceptable.</summary>
    public bool Rejects(int reading) => reading != Unknown && UtilityFunction.At(reading) == 0;

    // Any known value that a step reads may be the one that is too old.
    private static bool IsPathStale(PathNeeds path, Profile profile, DateOnly day) =>
        path.Attributes.Any(index => CompiledDemand.IsStale(profile, BoardTable.Sites.Attributes[index], day));

    /// <summary>
    /// The reading of a value on that day: steps, metres or a code's index; <see cref="Unknown"/>: the value is
    /// unknown.
    /// </summary>
    public int Read(Value? value, DateOnly day) =>
        (Definition.Op, value) switch
        {
            (Op.Covers, _) => Tags.Coverage((value as TagsValue)?.Tags ?? [], ((CodeValue)Definition.Value!).Code, day),
            (Op.AtLeast or Op.AtMost or Op.Between, _) => Steps.Of(Attribute, value) ?? Unknown,
            (Op.AnyOf, CodeValue code) => CodeIndex(Attribute, code.Code),
            (Op.Is, FlagValue flag) => flag.Yes ? 1 : 0,
            (Op.Allows, UsesValue uses) => uses.Uses.TryGetValue(((CodeValue)Definition.Value!).Code, out var verdict)
                ? (int)verdict
                : Unknown,
            (Op.Within, PointValue point) => GreatCircle.Metres(Definition.Of!, point),
            _ => Unknown,
        };

    /// <summary>The utility of a reading, known or unknown, in millionths.</summary>
    public int UtilityOf(int reading, bool stale)
    {
        if (reading == Unknown)
            return Utility.OfUnknown;
        var utility = UtilityFunction.At(reading);
        return stale ? Utility.WhenStale(utility) : utility;
    }

    private UtilityFunction MakeUtilityFunction() =>
        Definition.Op switch
        {
            Op.AtLeast => new Rising(
                ToSteps(Definition.Limit)!.Value,
                ToSteps(Definition.Ideal ?? Definition.Limit)!.Value
            ),
            Op.AtMost or Op.Within => new Falling(
                ToSteps(Definition.Limit)!.Value,
                ToSteps(Definition.Ideal ?? Definition.Limit)!.Value
            ),
            Op.Between => new Peak(
                ToSteps(Definition.Min)!.Value,
                ToSteps(Definition.Ideal),
                ToSteps(Definition.Max)!.Value
            ),
            Op.AnyOf => new Table([.. Attribute.Values.Select(entry => UtilityOfCode(entry.Code))]),
            Op.Is => ((FlagValue)Definition.Value!).Yes ? new Table(0, Utility.Full) : new Table(Utility.Full, 0),
            Op.Allows => new Table(Utility.Full, Utility.Half, 0),
            _ => new Table(0, Utility.Full),
        };

    private int? ToSteps(Value? value) =>
        Definition.Op is Op.Within && value is NumberValue metres
            ? Steps.Of(metres.Number, step: 1)
            : Steps.Of(Attribute, value);

    private int UtilityOfCode(string code)
    {
        if (!Definition.Values!.Value.Contains(code))
            return 0;
        var preferred = Definition.Preferred is { IsDefaultOrEmpty: false } given ? given : Definition.Values.Value;
        return preferred.Contains(code) ? Utility.Full : Utility.Half;
    }
}

/// <summary>What a criterion finds in a profile on one day.</summary>
/// <param name="Reading">As <see cref="CompiledCriterion.Read"/> gives it, or the verdict of gates.</param>
/// <param name="Stale">Whether it rests on a value verified too long ago.</param>
/// <param name="Gates">What gates say of the use that is asked for; null: it is stated, or no use is asked for.</param>
internal readonly record struct Judgement(int Reading, bool Stale, UseAnswer? Gates = null);
