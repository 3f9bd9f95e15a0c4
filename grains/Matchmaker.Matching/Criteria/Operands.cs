using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Criteria;

/// <summary>
/// Checks the operands of one criterion whose attribute and op are known, and rounds them to the step.
/// </summary>
/// <param name="names">
/// The codes that the attribute takes, by name; null: no codes, or tags that stay as they are.
/// </param>
internal sealed class Operands(
    BoardAttribute attribute,
    Criterion criterion,
    string path,
    FieldErrors errors,
    CodeNames? names
)
{
    /// <summary>
    /// The largest distance of a limit, in metres: more than once around the Earth, and small enough for whole-number
    /// sums.
    /// </summary>
    private const int MaxDistance = 100_000_000;

    public Criterion Normal()
    {
        RejectUnusedOperands();
        return criterion.Op switch
        {
            Op.AtLeast or Op.AtMost or Op.Within => OneSided(),
            Op.Between => TwoSided(),
            Op.AnyOf => Choice(),
            Op.Covers => Tag(),
            Op.Takes => criterion with
            {
                Machines = MachineRules.Normal(criterion.Machines, $"{path}.machines", errors),
            },
            _ => criterion with { Value = UseOrFlag() },
        };
    }

    private void RejectUnusedOperands()
    {
        var op = criterion.Op;
        Refuse(criterion.Limit, op is Op.AtLeast or Op.AtMost or Op.Within, "limit");
        Refuse(criterion.Ideal, op is Op.AtLeast or Op.AtMost or Op.Within or Op.Between, "ideal");
        Refuse(criterion.Min, op is Op.Between, "min");
        Refuse(criterion.Max, op is Op.Between, "max");
        Refuse(criterion.Value, op is Op.Is or Op.Allows or Op.Covers, "value");
        Refuse(criterion.Values, op is Op.AnyOf, "values");
        Refuse(criterion.Preferred, op is Op.AnyOf, "preferred");
        Refuse(criterion.Of, op is Op.Within, "of");
        Refuse(criterion.Machines, op is Op.Takes, "machines");
    }

    private void Refuse(object? operand, bool taken, string name)
    {
        if (operand is not null && !taken)
            errors.Add($"{path}.{name}", "notTaken", DemandRules.Word(criterion.Op));
    }

    private Criterion OneSided()
    {
        var isWithin = criterion.Op is Op.Within;
        var limit = Bound(criterion.Limit, "limit", needed: true);
        var ideal = Bound(criterion.Ideal, "ideal", needed: false);
        if (criterion.Op is Op.AtLeast && Exceeds(limit, ideal))
            errors.Add($"{path}.ideal", "order", $"≥ {ValueRules.TextOf(limit)}");
        if (criterion.Op is not Op.AtLeast && Exceeds(ideal, limit))
            errors.Add($"{path}.ideal", "order", $"≤ {ValueRules.TextOf(limit)}");
        return criterion with { Limit = limit, Ideal = ideal, Of = isWithin ? Centre() : null };
    }

    private Criterion TwoSided()
    {
        var min = Bound(criterion.Min, "min", needed: true);
        var max = Bound(criterion.Max, "max", needed: true);
        var ideal = Bound(criterion.Ideal, "ideal", needed: false);
        if (Exceeds(min, max))
            errors.Add($"{path}.max", "order", $"≥ {ValueRules.TextOf(min)}");
        else if (Exceeds(min, ideal) || Exceeds(ideal, max))
            errors.Add($"{path}.ideal", "order", $"{ValueRules.TextOf(min)} – {ValueRules.TextOf(max)}");
        return criterion with { Min = min, Max = max, Ideal = ideal };
    }

    private Criterion Choice()
    {
        var values = criterion.Values is { IsDefault: false } given ? given : [];
        var preferred = criterion.Preferred is { IsDefaultOrEmpty: false } better ? better : [];
        if (criterion.Values is null)
            errors.Add($"{path}.values", "required");
        else if (values.IsEmpty)
            errors.Add($"{path}.values", "empty");
        values = [.. values.Select((value, i) => CodeReader.One(names!, value, $"{path}.values[{i}]", errors))];
        preferred = [.. preferred.Select(value => names!.Find(value ?? "") ?? value!)];

        for (var i = 0; i < preferred.Length; i++)
        {
            if (!values.Contains(preferred[i]))
                errors.Add($"{path}.preferred[{i}]", "notSubset", preferred[i] ?? "");
        }

        return criterion with
        {
            Values = criterion.Values is null ? null : values,
            Preferred = preferred.IsEmpty ? null : preferred,
        };
    }

    private Criterion Tag()
    {
        if (criterion.Value is null)
            errors.Add($"{path}.value", "required");
        else if (names is not null && criterion.Value is CodeValue written)
            return criterion with
            {
                Value = new CodeValue(CodeReader.One(names, written.Code, $"{path}.value", errors)),
            };
        else if (criterion.Value is not CodeValue code || !ValueRules.IsTag(code.Code))
            errors.Add(
                $"{path}.value",
                "notATag",
                (criterion.Value as CodeValue)?.Code ?? ValueRules.TextOf(criterion.Value)
            );
        return criterion;
    }

    private Value? UseOrFlag()
    {
        if (attribute.Kind is AttributeKind.Flag || criterion.Value is null)
            return ValueRules.Normal(attribute, criterion.Value, $"{path}.value", errors);
        if (criterion.Value is CodeValue use)
            return new CodeValue(CodeReader.One(names!, use.Code, $"{path}.value", errors));
        errors.Add($"{path}.value", "notACode", ValueRules.CodesOf(attribute));
        return null;
    }

    private Value? Bound(Value? value, string name, bool needed) =>
        (value, criterion.Op) switch
        {
            (null, _) when !needed => null,
            (not null, Op.Within) => Distance(value, $"{path}.{name}"),
            _ => ValueRules.Normal(attribute, value, $"{path}.{name}", errors),
        };

    private NumberValue? Distance(Value value, string at)
    {
        if (value is not NumberValue metres)
            errors.Add(at, "notANumber");
        else if (metres.Number is < 0 or > MaxDistance)
            errors.Add(at, "outOfRange", "0", $"{MaxDistance}", "m");
        else
            return new NumberValue(Steps.Of(metres.Number, step: 1));
        return null;
    }

    private PointValue? Centre() => ValueRules.Normal(attribute, criterion.Of, $"{path}.of", errors) as PointValue;

    private static bool Exceeds(Value? low, Value? high) =>
        (low, high) switch
        {
            (NumberValue a, NumberValue b) => a.Number > b.Number,
            (DayValue a, DayValue b) => a.Day > b.Day,
            _ => false,
        };
}
