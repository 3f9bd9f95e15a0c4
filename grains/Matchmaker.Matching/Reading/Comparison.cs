namespace Matchmaker.Matching.Reading;

/// <summary>The values that an amount stands for.</summary>
public enum Comparison
{
    /// <summary>The amount or more.</summary>
    AtLeast,

    /// <summary>The amount or less.</summary>
    AtMost,

    /// <summary>From nine tenths to eleven tenths of the amount.</summary>
    About,

    /// <summary>From the amount to the next one.</summary>
    Between,
}
