using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Paths;

/// <summary>
/// Outcomes as numbers: unmet, unknown and met are 0, 1 and 2, so that "and" is the least and "or" the greatest.
/// </summary>
internal static class Kleene
{
    public const int Unmet = 0;
    public const int Unknown = 1;
    public const int Met = 2;

    /// <summary>Whether a known reading reaches what is needed.</summary>
    public static int Reaches(int reading, int needed) =>
        reading == CompiledCriterion.Unknown ? Unknown
        : reading >= needed ? Met
        : Unmet;

    public static Outcome ToOutcome(int truth) =>
        truth switch
        {
            Unmet => Outcome.Unmet,
            Met => Outcome.Met,
            _ => Outcome.Unknown,
        };

    /// <summary>A criterion's reading: 0, 1 or unknown.</summary>
    public static int ToReading(int truth) =>
        truth switch
        {
            Unmet => 0,
            Met => 1,
            _ => CompiledCriterion.Unknown,
        };
}
