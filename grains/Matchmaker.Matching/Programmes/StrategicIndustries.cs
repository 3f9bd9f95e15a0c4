using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Programmes;

/// <summary>Maps a party's industry to the strategic industries (funding.md).</summary>
public static class StrategicIndustries
{
    private static readonly ImmutableArray<string> Codes =
    [
        .. BoardTable.Opportunities.Find("industry")!.Values.Select(entry => entry.Code),
    ];

    /// <param name="industry">A code of the list <c>industry</c>; null: not stated.</param>
    /// <returns>The strategic industry; null: unknown.</returns>
    public static StrategicIndustry? Of(string? industry) =>
        industry switch
        {
            null => null,
            "lifeAndHealth" => StrategicIndustry.LifeAndHealth,
            "aiAndData" => StrategicIndustry.AiAndData,
            "advancedManufacturing" or "newEnergy" => StrategicIndustry.AdvancedManufacturingNewEnergy,
            _ => StrategicIndustry.Other,
        };

    /// <summary>The codes of the list <c>industry</c> that the tags of a profile state, in the list's order.</summary>
    /// <param name="tags">Codes of the taxonomy <c>industries</c>, such as <c>strategic/newEnergy</c>.</param>
    public static ImmutableArray<string> CodesIn(IReadOnlyCollection<string> tags) =>
        [.. Codes.Where(code => tags.Contains($"strategic/{code}"))];

    /// <summary>The industry that the tags of a profile state.</summary>
    /// <param name="tags">Codes of the taxonomy <c>industries</c>, such as <c>strategic/newEnergy</c>.</param>
    /// <returns>
    /// A code of the list <c>industry</c>; null: they state none, or several that are not one strategic industry.
    /// </returns>
    public static string? StatedIn(IReadOnlyCollection<string> tags)
    {
        var stated = CodesIn(tags);
        return stated.Select(code => Of(code)).Distinct().Count() == 1 ? stated[0] : null;
    }
}
