namespace Matchmaker.Matching.Evaluation;

/// <summary>The utility of a known reading: a number or day in steps, a distance in metres, a code's place in its list.</summary>
internal abstract class UtilityFunction
{
    /// <summary>Every reading below it is unmet.</summary>
    public abstract int MinUtility { get; }

    /// <summary>Every reading above it is unmet.</summary>
    public abstract int Most { get; }

    /// <summary>Whether a reading between both may be unmet.</summary>
    public abstract bool HasHoles { get; }

    /// <summary>In millionths: 0 for unmet, else at least one half.</summary>
    public abstract int At(int reading);
}

/// <summary>A curve that is met exactly from one reading to another, both included.</summary>
internal abstract class Ramp(int least, int most) : UtilityFunction
{
    public sealed override int MinUtility { get; } = least;

    public sealed override int Most { get; } = most;

    public sealed override bool HasHoles => false;
}

/// <summary>More is better, up to the ideal.</summary>
internal sealed class Rising(int limit, int ideal) : Ramp(limit, int.MaxValue)
{
    public override int At(int reading) =>
        reading < MinUtility ? 0
        : reading >= ideal ? Utility.Full
        : Utility.Half + Utility.HalfOf((long)reading - MinUtility, (long)ideal - MinUtility);
}

/// <summary>Less is better, down to the ideal.</summary>
internal sealed class Falling(int limit, int ideal) : Ramp(int.MinValue, limit)
{
    public override int At(int reading) =>
        reading > Most ? 0
        : reading <= ideal ? Utility.Full
        : Utility.Half + Utility.HalfOf((long)Most - reading, (long)Most - ideal);
}

/// <summary>Best at the ideal, acceptable between both ends; equally good everywhere when there is no ideal.</summary>
internal sealed class Peak(int min, int? ideal, int max) : Ramp(min, max)
{
    public override int At(int reading)
    {
        if (reading < MinUtility || reading > Most)
            return 0;
        if (ideal is not { } best || reading == best)
            return Utility.Full;
        return Utility.Full
            - (
                reading < best
                    ? Utility.HalfOf((long)best - reading, (long)best - MinUtility)
                    : Utility.HalfOf((long)reading - best, (long)Most - best)
            );
    }
}

/// <summary>A utility for each place of a short list; a place beyond its end is unmet.</summary>
internal sealed class Table(params int[] utilities) : UtilityFunction
{
    public override int MinUtility { get; } = Array.FindIndex(utilities, utility => utility > 0);

    public override int Most { get; } = Array.FindLastIndex(utilities, utility => utility > 0);

    public override bool HasHoles { get; } =
        utilities.Count(utility => utility > 0) is var met
        && met
            != Array.FindLastIndex(utilities, utility => utility > 0)
                - Array.FindIndex(utilities, utility => utility > 0)
                + 1;

    public override int At(int reading) => reading < utilities.Length ? utilities[reading] : 0;
}
