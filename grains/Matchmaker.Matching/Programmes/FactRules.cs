using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes;

/// <summary>Which facts can be true.</summary>
public static class FactRules
{
    /// <summary>The one fact that a rule asks for which is no yes or no.</summary>
    internal const string Industry = "strategicIndustry";

    private const long MostMoney = 1_000_000_000_000;
    private const int MostCount = 1_000;
    private const int MostMonths = 600;
    private const int MostText = 100;

    /// <summary>The facts that a rule may ask to be a yes or a no, and the industry, as they are written in JSON.</summary>
    public static ImmutableArray<string> Needable { get; } =
    [
        "incorporatedInHongKong",
        "manufacturer",
        Industry,
        "subvented",
        "listed",
        "newSmartProductionInHongKong",
        "highEndTechnology",
        "approvedNiasProject",
    ];

    /// <summary>Whether a fact is stated.</summary>
    /// <param name="name">As it is written in JSON.</param>
    /// <exception cref="InvalidOperationException">No fact has that name.</exception>
    public static bool IsKnown(Facts facts, string name) =>
        name switch
        {
            Industry => facts.StrategicIndustry is not null,
            "projects" => facts.Projects is not null,
            "liveNifsProjects" => facts.LiveNifsProjects is not null,
            "previousNiasGrants" => facts.PreviousNiasGrants is not null,
            "previousNiasProjects" => facts.PreviousNiasProjects is not null,
            "researchTalents" => facts.ResearchTalents is not null,
            "talentsAtOnce" => facts.TalentsAtOnce is not null,
            "trainingCosts" => facts.TrainingCosts is not null,
            "trainingGrantsThisYear" => facts.TrainingGrantsThisYear is not null,
            _ => Flag(facts, name) is not null,
        };

    /// <summary>A yes-or-no fact; null: unknown.</summary>
    /// <param name="name">As it is written in JSON.</param>
    /// <exception cref="InvalidOperationException">None has that name.</exception>
    public static bool? Flag(Facts facts, string name) =>
        name switch
        {
            "incorporatedInHongKong" => facts.IncorporatedInHongKong,
            "manufacturer" => facts.Manufacturer,
            "subvented" => facts.Subvented,
            "listed" => facts.Listed,
            "newSmartProductionInHongKong" => facts.NewSmartProductionInHongKong,
            "highEndTechnology" => facts.HighEndTechnology,
            "approvedNiasProject" => facts.ApprovedNiasProject,
            _ => throw new InvalidOperationException($"No applicant states {name}."),
        };

    /// <summary>The facts, or every error at its path, such as <c>projects[2].approvedCost</c>. Never throws.</summary>
    public static Validated<Facts> Check(Facts facts)
    {
        var errors = new FieldErrors();
        errors.CheckRange("liveNifsProjects", facts.LiveNifsProjects, 0, MostCount, "");
        errors.CheckRange("previousNiasGrants", facts.PreviousNiasGrants, 0, MostMoney, "HK$");
        errors.CheckRange("previousNiasProjects", facts.PreviousNiasProjects, 0, MostCount, "");
        errors.CheckRange("talentsAtOnce", facts.TalentsAtOnce, 0, MostCount, "");
        errors.CheckRange("trainingCosts", facts.TrainingCosts, 0, MostMoney, "HK$");
        errors.CheckRange("trainingGrantsThisYear", facts.TrainingGrantsThisYear, 0, MostMoney, "HK$");
        if (facts.Projects is { } projects)
            Projects(projects);
        if (facts.ResearchTalents is { } talents)
            Talents(talents);
        return errors.Judge(facts);

        void Projects(ImmutableArray<FundedProject> all)
        {
            if (all.Length > MostCount)
                errors.Add("projects", "tooMany", $"{MostCount}");
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < all.Length && i < MostCount; i++)
            {
                var project = all[i];
                if (project.Id.Length == 0)
                    errors.Add($"projects[{i}].id", "empty");
                else if (project.Id.Length > MostText)
                    errors.Add($"projects[{i}].id", "tooLong", $"{MostText}");
                else if (!seen.Add(project.Id))
                    errors.Add($"projects[{i}].id", "termTwice", project.Id);
                errors.CheckRange($"projects[{i}].approvedCost", project.ApprovedCost, 0, MostMoney, "HK$");
            }
        }

        void Talents(ImmutableArray<ResearchTalent> all)
        {
            if (all.Length > MostCount)
                errors.Add("researchTalents", "tooMany", $"{MostCount}");
            for (var i = 0; i < all.Length && i < MostCount; i++)
            {
                errors.CheckRange($"researchTalents[{i}].months", all[i].Months, 1, MostMonths, "");
                errors.CheckRange($"researchTalents[{i}].monthlySalary", all[i].MonthlySalary, 0, MostMoney, "HK$");
            }
        }
    }
}
