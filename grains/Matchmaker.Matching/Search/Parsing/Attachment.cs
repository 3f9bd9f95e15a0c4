using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search.Parsing.Doubts;
using Matchmaker.Matching.Search.Parsing.Machinery;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>Attaches attribute names and comparison words to the amounts and days near them.</summary>
internal static class Attachment
{
    /// <summary>The unit of a building's years, of which fewer are a later year of completion.</summary>
    public const string Age = "age";

    private const decimal MaxAge = 150;

    // A comma separates wishes.
    private const int BreakCost = 40;

    // A number without a unit belongs to a name directly beside it only; elsewhere it may be a house number.
    private const int MaxBareDistance = 3;

    // The limit keeps the time for the longest text linear instead of quadratic.
    private const int MaxSpansApart = 12;

    public static void Attach(List<TextSpan> spans, string folded)
    {
        Nouns.Settle(spans);
        Joints.Join(spans, folded);
        MachineReader.Attach(spans, folded);
        AttachNames(spans, folded);
        AttachComparisons(spans, folded);
        ShareUnits(spans);
        AttachStations(spans);
        LeftNames.Attach(spans, folded);
        Strangers.Mark(spans, folded);
        ListCommas.Doubt(spans, folded);
        Denials.Attach(spans, folded);
        Wishes.Attach(spans, folded);
    }

    // "2 floors" are two; "floors 5-10" are the tenth and those below.
    private static bool CountsFloors(List<TextSpan> spans, int name, int amount, string folded) =>
        amount < name
        && spans[amount].Amount is { Unit.Length: 0 }
        && Says(spans[name], folded) is "floors" or "floor" or "storeys" or "storey";

    private static void AttachNames(List<TextSpan> spans, string folded)
    {
        if (!spans.Any(span => span.NamesAttribute))
            return;
        var first = spans.FirstOrDefault(span => span.IsValue || span.NamesAttribute);
        var amountsLead = first?.IsValue == true;
        var pairs =
            from name in Enumerable.Range(0, spans.Count)
            where spans[name].NamesAttribute
            from amount in Enumerable.Range(
                Math.Max(0, name - MaxSpansApart),
                Math.Min(spans.Count, name + MaxSpansApart + 1) - Math.Max(0, name - MaxSpansApart)
            )
            where spans[amount].IsValue && FittingNames(spans[name], spans[amount]).Any()
            let cost = Cost(spans, name, amount)
            where cost <= MaxBareDistance || spans[amount].Amount is not { Unit.Length: 0 }
            where !CountsFloors(spans, name, amount, folded)
            where IsOfOneWish(spans, name, amount)
            orderby cost, (amount < name) != amountsLead, name
            select (Name: spans[name], Amount: spans[amount]);
        var attached = new HashSet<TextSpan>();
        foreach (var (name, amount) in pairs.ToList())
        {
            if (!attached.Contains(name) && !attached.Contains(amount))
                Join(name, amount, attached);
        }
    }

    // "Headroom, 14 ft" is one wish; behind a comma a name among other words is of another.
    private static bool IsOfOneWish(List<TextSpan> spans, int name, int amount)
    {
        var (left, right) = name < amount ? (name, amount) : (amount, name);
        var breaks = 0;
        for (var i = left + 1; i <= right; i++)
            breaks += spans[i].FollowsBreak ? 1 : 0;
        return breaks == 0 || (breaks == 1 && (StandsAlone(spans, name) || StandsAlone(spans, amount)));
    }

    // Whether its clause says nothing else.
    private static bool StandsAlone(List<TextSpan> spans, int at)
    {
        for (var i = at; i > 0 && !spans[i].FollowsBreak; i--)
        {
            if (SaysMore(spans[i - 1]))
                return false;
        }

        for (var i = at + 1; i < spans.Count && !spans[i].FollowsBreak; i++)
        {
            if (SaysMore(spans[i]))
                return false;
        }

        return true;
    }

    private static bool SaysMore(TextSpan span) =>
        span.IsValue || span is { Interpretations.IsEmpty: false, AsksNothing: false };

    private static void Join(TextSpan name, TextSpan amount, HashSet<TextSpan> attached)
    {
        attached.Add(name);
        attached.Add(amount);
        var fitting = FittingNames(name, amount).ToList();
        amount.AttributesNamed = [.. fitting.Select(interpretation => interpretation.Attribute)];
        // What the name means besides stays a term of its own.
        if (name.Interpretations.All(interpretation => interpretation is AttributeInterpretation))
            name.Owner = amount;
        var isAge = fitting[0].Unit == Age || IsAgeOf(fitting[0].Attribute, amount);
        amount.ImpliedUnit =
            isAge ? Age
            : fitting[0].Unit is { } unit && amount.Amount is { } of && IsPlain(of.Unit) ? unit
            : amount.Amount is { } sum ? QuantityReader.MoneyUnit(fitting[0].Attribute, sum.Number, sum.Unit)
            : null;

        // A name with an amount asks for that amount alone, not for the name's default.
        name.Interpretations =
        [
            .. name.Interpretations.Select(interpretation =>
                interpretation is AttributeInterpretation attribute ? attribute with { Default = null } : interpretation
            ),
        ];
    }

    private static IEnumerable<AttributeInterpretation> FittingNames(TextSpan name, TextSpan amount) =>
        name
            .Interpretations.OfType<AttributeInterpretation>()
            // 3樓 counts no lifts.
            .Where(interpretation => amount.Amount is not { Unit: "storey" } || interpretation.Attribute == "floor")
            .Where(interpretation =>
                QuantityReader.IsDay(interpretation.Attribute)
                    ? amount.IsTime
                        || amount.Amount is { } time
                            && QuantityReader.After(default, time.Number, time.Unit) is not null
                : (interpretation.Unit == Age || IsAgeOf(interpretation.Attribute, amount))
                    ? amount.Amount is { Number: <= MaxAge } age
                        && age.Unit is "" or "年" or "year" or "years" or "yr" or "yrs"
                : amount.Amount is { } of
                    && QuantityReader.Fits(
                        interpretation.Attribute,
                        of.Number,
                        interpretation.Unit is { } implied && IsPlain(of.Unit)
                            ? implied
                            : QuantityReader.MoneyUnit(interpretation.Attribute, of.Number, of.Unit) ?? of.Unit
                    )
            );

    // "Established 10 years" and 落成二十年 count years, "built in 1990" and 1990年落成 name one.
    private static bool IsAgeOf(string attribute, TextSpan amount) =>
        attribute is "yearCompleted" or "founded" && amount.Amount is { Number: <= MaxAge, Unit.Length: > 0 };

    private static bool IsPlain(string unit) => unit is "" or "$" or "元";

    private static int Cost(List<TextSpan> spans, int name, int amount)
    {
        var (left, right) = name < amount ? (name, amount) : (amount, name);
        var cost = spans[right].Start - spans[left].End;
        for (var i = left + 1; i <= right; i++)
        {
            if (spans[i].FollowsBreak)
                cost += BreakCost;
            else if (i < right && spans[i].AsksNothing)
                cost -= spans[i].End - spans[i].Start + 1;
        }

        return Math.Max(0, cost);
    }

    private static string Says(TextSpan span, string folded) => folded[span.Start..span.End];

    private static void AttachComparisons(List<TextSpan> spans, string folded)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].AsComparison is not { } comparison)
                continue;
            var amount = comparison.Side is ComparisonSide.After ? null : NearestAmount(spans, i, 1);
            amount ??= comparison.Side is ComparisonSide.Before ? null : NearestAmount(spans, i, -1);
            // "Above 5000 and below 8000": the second word is of what follows.
            if (
                comparison.Side is ComparisonSide.After
                && amount is { Comparison: not null }
                && NearestAmount(spans, i, 1) is { Comparison: null } next
            )
                amount = next;
            if (amount is null || IsFloorsApart(spans[i], amount, folded))
            {
                // 樓下 behind no amount is downstairs.
                if (IsFloors(spans[i], folded))
                    spans[i].Interpretations =
                    [
                        .. spans[i].Interpretations.Where(of => of is not ComparisonInterpretation),
                    ];
                continue;
            }

            // "MOQ 500 min" and 起訂500件起 say the smallest order itself.
            if (
                !(
                    Says(spans[i], folded) is "起" or "min" or "minimum"
                    && amount.AttributesNamed.Contains("smallestOrder")
                )
            )
                amount.Comparison ??= comparison.Comparison;
            spans[i].Owner = amount;
        }
    }

    // "More than 5000 and less than 8000 sq ft" has one unit for both.
    private static void ShareUnits(List<TextSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i] is not { Owner: null, Amount: { Unit.Length: 0, To: null } bare, Comparison: { } one })
                continue;
            var next = i + 1;
            while (next < spans.Count && spans[next].AsksNothing)
                next++;
            if (
                next < spans.Count
                && spans[next] is { Amount: { Unit.Length: > 0, To: null } full, Comparison: { } other } second
                && (one, other, bare.Number <= full.Number)
                    is
                        (Comparison.AtLeast, Comparison.AtMost, true)
                        or
                        (Comparison.AtMost, Comparison.AtLeast, false)
            )
            {
                spans[i].Amount = bare with { Unit = full.Unit };
                if (!second.AttributesNamed.IsEmpty)
                    spans[i].AttributesNamed = second.AttributesNamed;
            }
        }
    }

    private static bool IsFloors(TextSpan span, string folded) => Says(span, folded) is "楼下" or "楼上";

    private static bool IsFloorsApart(TextSpan span, TextSpan amount, string folded) =>
        IsFloors(span, folded) && amount.End != span.Start;

    // "800 m from Kwun Tong station" is one wish.
    private static void AttachStations(List<TextSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (
                spans[i].IsValue
                || spans[i].Interpretations.OfType<StationInterpretation>().LastOrDefault() is not { } station
            )
                continue;
            var amount = NearestAmount(spans, i, -1) ?? NearestAmount(spans, i, 1);
            if (
                amount is not { Owner: null, AttributesNamed.IsEmpty: true, Amount: { Unit.Length: > 0 } written }
                || QuantityReader.Metres(written.To ?? written.Number, written.Unit) is not { } metres
                || (station.Metres == 0 && !QuantityReader.IsOnFoot(written.Unit))
            )
                continue;
            spans[i].Interpretations = [station with { Metres = metres }];
            foreach (var word in spans.Where(word => word == amount || word.Owner == amount))
                word.Owner = spans[i];
        }
    }

    // Words may stand between, as in "at least a floor load of 10 kPa", but no other amount and no comma.
    private static TextSpan? NearestAmount(List<TextSpan> spans, int from, int step)
    {
        for (var i = from + step; i >= 0 && i < spans.Count; i += step)
        {
            if (spans[step > 0 ? i : i + 1].FollowsBreak)
                return null;
            if (spans[i].IsValue)
                return spans[i];
            if (spans[i] is { NamesAttribute: false, AsksNothing: false } || spans[i].AsComparison is not null)
                return null;
        }

        return null;
    }
}
