namespace Matchmaker.Matching.Programmes;

/// <summary>Maps an enterprise's industry to the strategic industries (funding.md).</summary>
public static class StrategicIndustries
{
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
}
