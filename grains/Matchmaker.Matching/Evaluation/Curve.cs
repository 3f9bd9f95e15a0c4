namespace Matchmaker.Matching;

/// <summary>The utility of a known reading: a number or day in steps, a distance in metres, a code's place in its list.</summary>
internal abstract class Curve
{
    /// <summary>In millionths: 0 for unmet, else at least one half.</summary>
    public abstract int At(int reading);
}

/// <summary>More is better, up to the ideal.</summary>
internal sealed class Rising(int limit, int ideal) : Curve
{
    public override int At(int reading) => reading >= ideal && reading >= limit ? Utility.Full
        : reading < limit ? 0
        : Utility.Half + Utility.HalfOf((long)reading - limit, (long)ideal - limit);
}

/// <summary>Less is better, down to the ideal.</summary>
internal sealed class Falling(int limit, int ideal) : Curve
{
    public override int At(int reading) => reading <= ideal && reading <= limit ? Utility.Full
        : reading > limit ? 0
        : Utility.Half + Utility.HalfOf((long)limit - reading, (long)limit - ideal);
}

/// <summary>Best at the ideal, acceptable between both ends; equally good everywhere when there is no ideal.</summary>
internal sealed class Peak(int min, int? ideal, int max) : Curve
{
    public override int At(int reading)
    {
        if (reading < min || reading > max)
            return 0;
        if (ideal is not { } best || reading == best)
            return Utility.Full;
        return Utility.Full - (reading < best
            ? Utility.HalfOf((long)best - reading, (long)best - min)
            : Utility.HalfOf((long)reading - best, (long)max - best));
    }
}

/// <summary>A utility for each place of a short list; a place beyond its end is unmet.</summary>
internal sealed class Table(params int[] utilities) : Curve
{
    public override int At(int reading) => reading < utilities.Length ? utilities[reading] : 0;
}
