using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>
/// Which industries the operator of a space admits: where nobody states it, everywhere but on the campuses all of them
/// (matching.md section 13).
/// </summary>
public static class Admission
{
    public const string Code = "admission";

    /// <summary>The code of the attribute from which it follows where it is not stated.</summary>
    public const string District = "district";

    private static readonly string[] Campuses = ["sciencePark", "cyberport", "hetao"];

    private static readonly UsesValue Everybody = new(
        BoardTable
            .Sites.Find(Code)!
            .Values.ToImmutableSortedDictionary(industry => industry.Code, _ => UseVerdict.Fits, StringComparer.Ordinal)
    );

    // The district stays fresh for longer, and what follows from it does too.
    private static readonly int Longer =
        BoardTable.Sites.Find(District)!.FreshDays - BoardTable.Sites.Find(Code)!.FreshDays;

    /// <summary>Adds what follows from the district to a space's values, unless it is stated.</summary>
    public static void AddTo(
        ImmutableSortedDictionary<string, Value>.Builder values,
        ImmutableSortedDictionary<string, DateOnly>.Builder verified
    )
    {
        if (
            values.ContainsKey(Code)
            || values.GetValueOrDefault(District) is not CodeValue district
            || Campuses.Contains(district.Code)
        )
            return;
        values[Code] = Everybody;
        if (verified.TryGetValue(District, out var day))
            verified[Code] = day.AddDays(Longer);
    }
}
