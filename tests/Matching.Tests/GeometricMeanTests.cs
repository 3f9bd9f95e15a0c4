using System.Numerics;
using Matchmaker.Matching.Mutual;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>
/// The geometric mean of both sides' scores is the double nearest to the exact root (matching.md section 8).
/// </summary>
public class GeometricMeanTests
{
    [Fact]
    public void The_mean_is_exact_if_the_root_is() =>
        Assert.Equal(60.0, GeometricMean.Of(new(360_000 * 5, 5), new(1_000_000, 1)));

    [Fact]
    public void Zero_and_full_score_give_zero() => Assert.Equal(0.0, GeometricMean.Of(new(0, 5), Score.Full));

    [Fact]
    public void No_other_double_is_nearer_to_the_root()
    {
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = (Some(random), Some(random));
            var mean = GeometricMean.Of(a, b);
            Assert.InRange(mean, 0, 100);
            // x is the nearest double exactly if (x ± half a step)² lie on either side of a·b.
            Assert.True(Squared(mean, Math.BitDecrement(mean), a, b) <= 0, $"{a} {b}");
            Assert.True(Squared(mean, Math.BitIncrement(mean), a, b) >= 0, $"{a} {b}");
        }
    }

    private static Score Some(Random random)
    {
        var weight = random.Next(1, 200);
        return new(random.NextInt64(1, (1_000_000L * weight) + 1), weight);
    }

    /// <summary>The sign of ((x + y) / 2)² − a·b.</summary>
    private static int Squared(double x, double y, Score a, Score b)
    {
        const int scale = 120;
        var middle = Scaled(x, scale) + Scaled(y, scale);
        var left = middle * middle * a.Weight * b.Weight * 100_000_000;
        var right = ((BigInteger)a.Points * b.Points) << ((2 * scale) + 2);
        return left.CompareTo(right);
    }

    private static BigInteger Scaled(double value, int scale)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        var mantissa = (bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;
        return exponent + scale >= 0
            ? (BigInteger)mantissa << (exponent + scale)
            : throw new ArgumentOutOfRangeException(nameof(value));
    }
}
