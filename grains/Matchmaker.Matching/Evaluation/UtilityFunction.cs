using System.Collections.Immutable;

namespace Matchmaker.Matching.Evaluation;

/// <summary>Maps a known reading (steps of a number or day, metres, or a code's index) to a utility.</summary>
internal abstract class UtilityFunction
{
    /// <summary>The smallest reading that can be met.</summary>
    public abstract int MinReading { get; }

    /// <summary>The largest reading that can be met.</summary>
    public abstract int MaxReading { get; }

    /// <summary>Whether a reading between the two may be unmet.</summary>
    public abstract bool HasGaps { get; }

    /// <summary>The utility in millionths: 0 for unmet, otherwise at least one half.</summary>
    public abstract int At(int reading);
}

/// <summary>A function that is met exactly from one reading to another, both included.</summary>
internal abstract class Ramp(int min, int max) : UtilityFunction
{
    public sealed override int MinReading { get; } = min;

    public sealed override int MaxReading { get; } = max;

    public sealed override bool HasGaps => false;
}

/// <summary>Higher is better, up to the ideal.</summary>
internal sealed class Rising(int limit, int ideal) : Ramp(limit, int.MaxValue)
{
    public int Ideal => ideal;

    public override int At(int reading) => At(reading, MinReading, ideal);

    public static int At(int reading, int limit, int ideal) =>
        reading < limit ? 0
        : reading >= ideal ? Utility.Full
        : Utility.Half + Utility.HalfOfShare((long)reading - limit, (long)ideal - limit);
}

/// <summary>Lower is better, down to the ideal.</summary>
internal sealed class Falling(int limit, int ideal) : Ramp(int.MinValue, limit)
{
    public int Ideal => ideal;

    public override int At(int reading) => At(reading, ideal, MaxReading);

    public static int At(int reading, int ideal, int limit) =>
        reading > limit ? 0
        : reading <= ideal ? Utility.Full
        : Utility.Half + Utility.HalfOfShare((long)limit - reading, (long)limit - ideal);
}

/// <summary>Best at the ideal and acceptable between both ends; without an ideal equally good everywhere.</summary>
internal sealed class Peak(int min, int? ideal, int max) : Ramp(min, max)
{
    public int? Ideal => ideal;

    public override int At(int reading) => At(reading, MinReading, ideal, MaxReading);

    public static int At(int reading, int min, int? ideal, int max)
    {
        if (reading < min || reading > max)
            return 0;
        if (ideal is not { } best || reading == best)
            return Utility.Full;
        return Utility.Full
            - (
                reading < best
                    ? Utility.HalfOfShare((long)best - reading, (long)best - min)
                    : Utility.HalfOfShare((long)reading - best, (long)max - best)
            );
    }
}

/// <summary>A utility for each code of a short list; an index beyond its end is unmet.</summary>
internal sealed class Table(params int[] utilities) : UtilityFunction
{
    /// <summary>The number of codes.</summary>
    public int Length => utilities.Length;

    /// <summary>The readings that are met, in order.</summary>
    public ImmutableArray<int> Met { get; } =
    [.. Enumerable.Range(0, utilities.Length).Where(reading => utilities[reading] > 0)];

    public override int MinReading { get; } = Array.FindIndex(utilities, utility => utility > 0);

    public override int MaxReading { get; } = Array.FindLastIndex(utilities, utility => utility > 0);

    public override bool HasGaps { get; } =
        utilities.Count(utility => utility > 0) is var met
        && met
            != Array.FindLastIndex(utilities, utility => utility > 0)
                - Array.FindIndex(utilities, utility => utility > 0)
                + 1;

    public override int At(int reading) => reading < utilities.Length ? utilities[reading] : 0;
}
