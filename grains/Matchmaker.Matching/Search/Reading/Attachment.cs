namespace Matchmaker.Matching.Search.Reading;

/// <summary>Brings together the amounts of a text, the attributes' names near them, and the words that give them a direction.</summary>
internal static class Attachment
{
    // Because beyond a comma begins another wish.
    private const int CostOfBreak = 40;

    // Because a number without a unit is a name's only when it stands next to it; else it may be a house's number.
    private const int NearestOfBare = 3;

    // Because the time to read the longest text would else grow with its square.
    private const int Farthest = 12;

    public static void Settle(List<TextSpan> stretches)
    {
        Name(stretches);
        Turn(stretches);
    }

    private static void Name(List<TextSpan> stretches)
    {
        if (!stretches.Any(stretch => stretch.NamesAttribute))
            return;
        var first = stretches.FirstOrDefault(stretch => stretch.Amount is not null || stretch.NamesAttribute);
        var amountsLead = first?.Amount is not null;
        var pairs =
            from name in Enumerable.Range(0, stretches.Count)
            where stretches[name].NamesAttribute
            from amount in Enumerable.Range(
                Math.Max(0, name - Farthest),
                Math.Min(stretches.Count, name + Farthest + 1) - Math.Max(0, name - Farthest)
            )
            where stretches[amount].Amount is not null && Fitting(stretches[name], stretches[amount]).Any()
            let cost = Cost(stretches, name, amount)
            where cost <= NearestOfBare || stretches[amount].Amount!.Value.Unit.Length > 0
            orderby cost, (amount < name) != amountsLead, name
            select (Name: stretches[name], Amount: stretches[amount]);
        var taken = new HashSet<TextSpan>();
        foreach (var (name, amount) in pairs.ToList())
        {
            if (!taken.Contains(name) && !taken.Contains(amount))
                Join(name, amount, taken);
        }
    }

    private static void Join(TextSpan name, TextSpan amount, HashSet<TextSpan> taken)
    {
        taken.Add(name);
        taken.Add(amount);
        var fitting = Fitting(name, amount).ToList();
        amount.Named = [.. fitting.Select(meaning => meaning.Attribute)];
        amount.ImpliedUnit = fitting[0].Unit is { } unit && IsPlain(amount.Amount!.Value.Unit) ? unit : null;

        // Because a name with its amount asks for that amount alone, not for the least that the name means without one.
        name.Meanings =
        [
            .. name.Meanings.Select(meaning =>
                meaning is AttributeInterpretation attribute ? attribute with { Default = null } : meaning
            ),
        ];
    }

    private static IEnumerable<AttributeInterpretation> Fitting(TextSpan name, TextSpan amount) =>
        name
            .Meanings.OfType<AttributeInterpretation>()
            .Where(meaning =>
                amount.Amount is { } of
                && QuantityReader.Fits(
                    meaning.Attribute,
                    of.Number,
                    meaning.Unit is { } implied && IsPlain(of.Unit) ? implied : of.Unit
                )
            );

    private static bool IsPlain(string unit) => unit is "" or "$" or "元";

    private static int Cost(List<TextSpan> stretches, int name, int amount)
    {
        var (left, right) = name < amount ? (name, amount) : (amount, name);
        var cost = stretches[right].Start - stretches[left].End;
        for (var i = left + 1; i <= right; i++)
        {
            if (stretches[i].Breaks)
                cost += CostOfBreak;
            else if (i < right && stretches[i].AsksNothing)
                cost -= stretches[i].End - stretches[i].Start + 1;
        }

        return Math.Max(0, cost);
    }

    private static void Turn(List<TextSpan> stretches)
    {
        for (var i = 0; i < stretches.Count; i++)
        {
            if (stretches[i].AsTurn is not { } turn)
                continue;
            var amount = turn.Side is ComparisonSide.After ? null : Nearest(stretches, i, 1);
            amount ??= turn.Side is ComparisonSide.Before ? null : Nearest(stretches, i, -1);
            if (amount is not null)
                amount.Turn ??= turn.Turn;
        }
    }

    // Because "at least a floor load of 10 kPa" has words between, but no other amount and no comma.
    private static TextSpan? Nearest(List<TextSpan> stretches, int from, int step)
    {
        for (var i = from + step; i >= 0 && i < stretches.Count; i += step)
        {
            if (stretches[step > 0 ? i : i + 1].Breaks)
                return null;
            if (stretches[i].Amount is not null)
                return stretches[i];
            if (stretches[i] is { NamesAttribute: false, AsksNothing: false } || stretches[i].AsTurn is not null)
                return null;
        }

        return null;
    }
}
