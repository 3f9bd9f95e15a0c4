using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes;

/// <summary>The validation of an applicant's facts, and access to them by name.</summary>
public static class FactRules
{
    /// <summary>The only fact in a rule's needs that is not yes or no.</summary>
    internal const string Industry = "strategicIndustry";

    private const long MaxMoney = 1_000_000_000_000;
    private const int MaxCount = 1_000;
    private const int MaxMonths = 600;
    private const int MaxTextLength = 100;

    /// <summary>The facts that a rule's needs may name, by JSON name: the yes-or-no facts and the industry.</summary>
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
        "startUpServiceInstitution",
        "acceleratorBaseInHongKong",
    ];

    /// <summary>Whether a fact is stated.</summary>
    /// <param name="name">The fact's JSON name.</param>
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
            "acceleratorCost" => facts.AcceleratorCost is not null,
            "acceleratorContribution" => facts.AcceleratorContribution is not null,
            "previousAcceleratorGrants" => facts.PreviousAcceleratorGrants is not null,
            _ => Flag(facts, name) is not null,
        };

    /// <summary>A yes-or-no fact; null: unknown.</summary>
    /// <param name="name">The fact's JSON name.</param>
    /// <exception cref="InvalidOperationException">No yes-or-no fact has that name.</exception>
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
            "startUpServiceInstitution" => facts.StartUpServiceInstitution,
            "acceleratorBaseInHongKong" => facts.AcceleratorBaseInHongKong,
            _ => throw new InvalidOperationException($"No applicant states {name}."),
        };

    /// <summary>Whether a stated fact is against what a version needs, and cannot be brought about.</summary>
    internal static bool RuleOut(ProgrammeVersion version, Facts facts) =>
        version.Needs.Any(need =>
            need.Fact == Industry
                ? facts.StrategicIndustry is StrategicIndustry.Other
                : need.Fact is not "incorporatedInHongKong" && Flag(facts, need.Fact) == !need.Yes
        );

    /// <summary>The facts, or every error at its path, such as <c>projects[2].approvedCost</c>. Never throws.</summary>
    public static Validated<Facts> Check(Facts facts)
    {
        var errors = new FieldErrors();
        errors.CheckRange("liveNifsProjects", facts.LiveNifsProjects, 0, MaxCount, "");
        errors.CheckRange("previousNiasGrants", facts.PreviousNiasGrants, 0, MaxMoney, "HK$");
        errors.CheckRange("previousNiasProjects", facts.PreviousNiasProjects, 0, MaxCount, "");
        errors.CheckRange("talentsAtOnce", facts.TalentsAtOnce, 0, MaxCount, "");
        errors.CheckRange("trainingCosts", facts.TrainingCosts, 0, MaxMoney, "HK$");
        errors.CheckRange("trainingGrantsThisYear", facts.TrainingGrantsThisYear, 0, MaxMoney, "HK$");
        errors.CheckRange("acceleratorCost", facts.AcceleratorCost, 0, MaxMoney, "HK$");
        errors.CheckRange("acceleratorContribution", facts.AcceleratorContribution, 0, MaxMoney, "HK$");
        errors.CheckRange("previousAcceleratorGrants", facts.PreviousAcceleratorGrants, 0, MaxMoney, "HK$");
        if (facts.Projects is { } projects)
            Projects(projects);
        if (facts.ResearchTalents is { } talents)
            Talents(talents);
        return errors.ToResult(facts);

        void Projects(ImmutableArray<FundedProject> all)
        {
            if (all.Length > MaxCount)
                errors.Add("projects", "tooMany", $"{MaxCount}");
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < all.Length && i < MaxCount; i++)
            {
                var project = all[i];
                if (project.Id.Length == 0)
                    errors.Add($"projects[{i}].id", "empty");
                else if (project.Id.Length > MaxTextLength)
                    errors.Add($"projects[{i}].id", "tooLong", $"{MaxTextLength}");
                else if (!seen.Add(project.Id))
                    errors.Add($"projects[{i}].id", "termTwice", project.Id);
                errors.CheckRange($"projects[{i}].approvedCost", project.ApprovedCost, 0, MaxMoney, "HK$");
            }
        }

        void Talents(ImmutableArray<ResearchTalent> all)
        {
            if (all.Length > MaxCount)
                errors.Add("researchTalents", "tooMany", $"{MaxCount}");
            for (var i = 0; i < all.Length && i < MaxCount; i++)
            {
                errors.CheckRange($"researchTalents[{i}].months", all[i].Months, 1, MaxMonths, "");
                errors.CheckRange($"researchTalents[{i}].monthlySalary", all[i].MonthlySalary, 0, MaxMoney, "HK$");
            }
        }
    }
}
