namespace Matchmaker.Matching.Programmes;

/// <summary>Which strategic industry an enterprise's own industry is part of (funding.md).</summary>
public static class StrategicIndustries
{
    /// <param name="industry">A code of the list <c>industry</c>; null: not told.</param>
    /// <returns>Null: unknown.</returns>
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
