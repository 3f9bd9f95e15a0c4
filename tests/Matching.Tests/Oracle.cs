using System.Collections.Immutable;
using System.Numerics;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Tests.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests;

/// <summary>
/// A second matcher, written from matching.md alone, in fractions of whole numbers and without regard to speed. It
/// shares the records of values, criteria and results with the engine, but no code.
/// </summary>
internal static class Oracle
{
    public sealed record Line(Outcome Outcome, int Utility, bool Stale, int Weight, bool Must);

    public sealed record Opinion(Profile Profile, ImmutableArray<Line> Lines)
    {
        public long Points => Lines.Sum(line => (long)line.Weight * line.Utility);

        public int Unmet => Lines.Count(line => line.Must && line.Outcome == Outcome.Unmet);

        public int Unknown => Lines.Count(line => line.Must && line.Outcome == Outcome.Unknown);

        public bool Accepted => Unmet == 0;

        public Verdict Verdict =>
            Unmet > 1 ? Verdict.Rejected
            : Unmet == 1 ? Verdict.NearMiss
            : Unknown > 0 ? Verdict.Possible
            : Verdict.Match;

        /// <summary>100 × Σwu / Σw as numerator and denominator.</summary>
        public (BigInteger Over, BigInteger Under) Score =>
            Lines.IsEmpty
                ? (100, 1)
                : (100 * new BigInteger(Points), new BigInteger(1_000_000) * Lines.Sum(line => line.Weight));
    }

    public static Opinion Of(Board board, ImmutableArray<Criterion> criteria, Profile profile, DateOnly day) =>
        new(
            profile,
            [.. criteria.Select(criterion => Grade(board.Find(criterion.Attribute)!, criterion, profile, day))]
        );

    public static List<Opinion> List(
        Board board,
        ImmutableArray<Criterion> criteria,
        IEnumerable<Profile> profiles,
        DateOnly day
    ) => Ordered(profiles.Select(profile => Of(board, criteria, profile, day)).Where(opinion => opinion.Accepted));

    public static List<Opinion> Ordered(IEnumerable<Opinion> opinions)
    {
        var list = opinions.ToList();
        list.Sort(
            (a, b) =>
                (b.Points.CompareTo(a.Points), a.Unknown.CompareTo(b.Unknown)) switch
                {
                    (0, 0) => string.CompareOrdinal(a.Profile.Id, b.Profile.Id),
                    (0, var unknown) => unknown,
                    var (points, _) => points,
                }
        );
        return list;
    }

    /// <summary>
    /// The nearest limit that admits that many of the rejected profiles, by trying each; null: none does.
    /// </summary>
    public static Value? NearestLimit(
        Board board,
        ImmutableArray<Criterion> criteria,
        int at,
        List<Profile> profiles,
        DateOnly day,
        int admits
    )
    {
        var kept = profiles.Where(profile => !Of(board, criteria, profile, day).Accepted).ToList();
        var attribute = board.Find(criteria[at].Attribute)!;
        var limit = Whole(attribute, criteria[at].Limit!, criteria[at]);
        var candidates = kept.Select(profile => profile.Values.GetValueOrDefault(attribute.Code))
            .OfType<Value>()
            .Select(value => Whole(attribute, value, criteria[at]))
            .Distinct()
            .Where(steps => criteria[at].Op is Op.AtLeast ? steps < limit : steps > limit)
            .OrderBy(steps => Math.Abs(steps - limit));
        foreach (var steps in candidates)
        {
            var value = attribute.Kind switch
            {
                AttributeKind.Date => (Value)new DayValue(DateOnly.FromDayNumber((int)steps)),
                AttributeKind.Point => new NumberValue(steps),
                _ => new NumberValue(steps * attribute.Step!.Value),
            };
            var relaxed = criteria.SetItem(at, criteria[at] with { Limit = value });
            if (kept.Count(profile => Of(board, relaxed, profile, day).Accepted) >= admits)
                return value;
        }

        return null;
    }

    private static Line Grade(BoardAttribute attribute, Criterion criterion, Profile profile, DateOnly day)
    {
        var value = profile.Values.GetValueOrDefault(attribute.Code);
        var utility = UtilityOf(attribute, criterion, value, day);
        var must = criterion.Strength == Strength.Must;
        if (attribute.Code == "uses" && utility is null)
        {
            var (verdict, old) = GateOracle.Of(profile, ((CodeValue)criterion.Value!).Code, day);
            int? gated = verdict switch
            {
                "fits" => 1_000_000,
                "needsPermission" => 500_000,
                "doesNotFit" => 0,
                _ => null,
            };
            return new(
                gated is null ? Outcome.Unknown
                    : gated == 0 ? Outcome.Unmet
                    : Outcome.Met,
                gated is not { } points ? 250_000
                    : old ? HalfUp(points * new BigInteger(9), 10)
                    : points,
                gated is not null && old,
                criterion.Weight,
                must
            );
        }

        if (utility is not { } known)
            return new(Outcome.Unknown, 250_000, false, criterion.Weight, must);
        var stale =
            value is not null
            && (
                !profile.VerifiedOn.TryGetValue(attribute.Code, out var verified)
                || verified.AddDays(attribute.FreshDays) < day
            );
        var outcome = known == 0 ? Outcome.Unmet : Outcome.Met;
        return new(outcome, stale ? HalfUp(known * new BigInteger(9), 10) : known, stale, criterion.Weight, must);
    }

    private static int? UtilityOf(BoardAttribute attribute, Criterion c, Value? value, DateOnly day)
    {
        if (c.Op == Op.Covers)
            return Covers(((CodeValue)c.Value!).Code, value as TagsValue, day);
        if (value is null)
            return null;
        switch (c.Op)
        {
            case Op.Is:
                return value == c.Value ? 1_000_000 : 0;
            case Op.AnyOf:
                var code = ((CodeValue)value).Code;
                if (!c.Values!.Value.Contains(code))
                    return 0;
                return c.Preferred is not { Length: > 0 } best || best.Contains(code) ? 1_000_000 : 500_000;
            case Op.Allows:
                return !((UsesValue)value).Uses.TryGetValue(((CodeValue)c.Value!).Code, out var use) ? null
                    : use == UseVerdict.Fits ? 1_000_000
                    : use == UseVerdict.NeedsPermission ? 500_000
                    : 0;
        }

        var v = Whole(attribute, value, c);
        if (c.Op == Op.Between)
        {
            long min = Whole(attribute, c.Min!, c),
                max = Whole(attribute, c.Max!, c);
            if (v < min || v > max)
                return 0;
            if (c.Ideal is null)
                return 1_000_000;
            var p = Whole(attribute, c.Ideal, c);
            return v == p ? 1_000_000
                : v < p ? 1_000_000 - HalfFraction(p - v, p - min)
                : 1_000_000 - HalfFraction(v - p, max - p);
        }

        // atMost is atLeast with the sign reversed.
        var sign = c.Op == Op.AtLeast ? 1 : -1;
        long x = sign * v,
            limit = sign * Whole(attribute, c.Limit!, c),
            ideal = sign * Whole(attribute, c.Ideal ?? c.Limit!, c);
        return x < limit ? 0
            : x >= ideal ? 1_000_000
            : 500_000 + HalfFraction(x - limit, ideal - limit);
    }

    private static int? Covers(string wanted, TagsValue? value, DateOnly day)
    {
        var claimed = (value?.Tags ?? [])
            .Where(tag => tag.Until is null || tag.Until >= day)
            .Select(tag => tag.Code.Split('/'))
            .ToList();
        var path = wanted.Split('/');
        if (claimed.Any(tag => tag.Take(path.Length).SequenceEqual(path)))
            return 1_000_000;
        return claimed.Any(tag => path.Take(tag.Length).SequenceEqual(tag)) ? null : 0;
    }

    private static long Whole(BoardAttribute attribute, Value value, Criterion criterion) =>
        value switch
        {
            DayValue day => day.Day.DayNumber,
            PointValue point => Distance(point, criterion.Of!),
            NumberValue number when attribute.Kind == AttributeKind.Point => (long)number.Number,
            NumberValue number => (long)decimal.Divide(number.Number, attribute.Step!.Value),
            _ => throw new ArgumentException("No whole number."),
        };

    // Vincenty's formula for a sphere: another formula for the same great circle.
    private static long Distance(PointValue a, PointValue b)
    {
        double p = Radians(a.Lat),
            q = Radians(b.Lat),
            l = Radians(b.Lon - a.Lon);
        var y = Hypot(
            Math.Cos(q) * Math.Sin(l),
            (Math.Cos(p) * Math.Sin(q)) - (Math.Sin(p) * Math.Cos(q) * Math.Cos(l))
        );
        var x = (Math.Sin(p) * Math.Sin(q)) + (Math.Cos(p) * Math.Cos(q) * Math.Cos(l));
        return (long)Math.Floor((6_371_008.8 * Math.Atan2(y, x)) + 0.5);
    }

    private static double Hypot(double x, double y) => Math.Sqrt((x * x) + (y * y));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static int HalfFraction(long way, long whole) => HalfUp(new BigInteger(500_000) * way, whole);

    private static int HalfUp(BigInteger over, BigInteger under) =>
        (int)BigInteger.Divide((2 * over) + under, 2 * under);
}
