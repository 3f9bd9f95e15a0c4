using System.Numerics;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Mutual;

/// <summary>The mutual score: the geometric mean of both sides' scores (matching.md section 8).</summary>
internal static class GeometricMean
{
    /// <summary>The double nearest to √(a·b), where a and b are scores from 0 to 100 as exact fractions.</summary>
    public static double Of(Score a, Score b)
    {
        var (numerator, denominator) = ((BigInteger)a.Points * b.Points, (BigInteger)a.Weight * b.Weight * 100_000_000);
        if (numerator.IsZero)
            return 0;
        // A root of at least 65 bits plus a sticky bit for the remainder rounds as the exact root does.
        var shift = 2 * (int)Math.Max(0, 70 - ((numerator.GetBitLength() - denominator.GetBitLength()) / 2));
        var scaled = BigInteger.DivRem(numerator << shift, denominator, out var rest);
        var root = Root(scaled);
        var spare = (int)root.GetBitLength() - 55;
        var bits = (long)(root >> spare);
        if (!rest.IsZero || root * root != scaled || (root & ((BigInteger.One << spare) - 1)) != 0)
            bits |= 1;
        return Math.ScaleB(bits, spare - (shift / 2));
    }

    /// <summary>The integer square root, rounded down (Newton's method).</summary>
    private static BigInteger Root(BigInteger value)
    {
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}

/// <summary>A score as the exact fraction Σ wᵢuᵢ / Σ wᵢ in millionths: 1 000 000 × the weight is 100.</summary>
internal readonly record struct Score(long Points, int Weight) : IComparable<Score>
{
    /// <summary>The score of a demand without criteria.</summary>
    public static Score Full { get; } = new(Utility.Full, 1);

    public static Score Of(Match match, int totalWeight) => totalWeight == 0 ? Full : new(match.Points, totalWeight);

    public int CompareTo(Score other) => ((Int128)Points * other.Weight).CompareTo((Int128)other.Points * Weight);
}
