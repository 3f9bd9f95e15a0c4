using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes.Shapes;

/// <summary>
/// The rule of matching grants: a share of each project's approved cost, up to a cap per project and per enterprise.
/// </summary>
internal static class MatchingGrant
{
    public static RuleAnswer Of(ProgrammeVersion version, Facts facts, Readings readings, Conditions conditions)
    {
        FundedProject[]? projects = facts.Projects is { } all
            ? [.. all.Where(project => project.Kind == version.Project)]
            : null;
        if (version.AtOnce is { } atOnce)
        {
            // An application is for at least one project.
            int? asked = projects is null ? null : Math.Max(1, projects.Length);
            conditions.AtMost(
                "liveNifsProjects",
                atOnce,
                facts.LiveNifsProjects + asked,
                "projects",
                version.Source,
                lowerBound: (facts.LiveNifsProjects ?? 0) + (asked ?? 1)
            );
        }

        if (version.InAll is { } inAll)
            conditions.AtMost(
                "previousNiasProjects",
                inAll - 1,
                facts.PreviousNiasProjects,
                "projects",
                version.Source
            );
        Thresholds(version, projects, readings.Threshold, conditions);
        return projects is null or []
            ? new(null, [], Asks(version, facts))
            : Funded(version, projects, facts, readings.Threshold);
    }

    /// <summary>
    /// The best choice of projects under a version: as many as it allows, those with the largest grants, ties in the
    /// given order.
    /// </summary>
    /// <param name="projects">The projects of the programme's kind.</param>
    public static (long Amount, ImmutableArray<string> Projects) Best(
        ProgrammeVersion version,
        IEnumerable<FundedProject> projects,
        Facts facts,
        Readings readings
    )
    {
        var places = RemainingProjects(version, facts);
        var chosen = projects
            .Where(project => IsLargeEnough(version, project.ApprovedCost, readings.Threshold))
            .OrderByDescending(project => Share(version, project.ApprovedCost, readings.Threshold))
            .Take(places)
            .ToHashSet();
        var taken = projects.Where(chosen.Contains).ToList();
        return (
            Math.Min(
                RemainingCap(version, facts),
                taken.Sum(project => Share(version, project.ApprovedCost, readings.Threshold))
            ),
            [.. taken.Select(project => project.Id)]
        );
    }

    private static RuleAnswer Funded(
        ProgrammeVersion version,
        FundedProject[] projects,
        Facts facts,
        ThresholdReading reading
    )
    {
        // A limit on simultaneous projects rejects the whole application, so each project is shown with its own amount.
        var (left, places) = version.InAll is null
            ? (long.MaxValue, int.MaxValue)
            : (RemainingCap(version, facts), RemainingProjects(version, facts));
        var parts = ImmutableArray.CreateBuilder<FundedPart>();
        foreach (var project in projects)
        {
            if (places == 0 || !IsLargeEnough(version, project.ApprovedCost, reading))
            {
                parts.Add(new(project, null));
                continue;
            }

            var amount = Math.Min(Share(version, project.ApprovedCost, reading), left);
            (left, places) = (left - amount, places - 1);
            parts.Add(new(project, amount));
        }

        return new(
            parts.All(part => part.Amount is null)
                ? null
                : Math.Min(RemainingCap(version, facts), parts.Sum(part => part.Amount ?? 0)),
            parts.ToImmutable(),
            Asks(version, facts)
        );
    }

    // The grant for one project regardless of the others; reading C leaves the enterprise its minimum contribution.
    private static long Share(ProgrammeVersion version, long cost, ThresholdReading reading)
    {
        var share = Math.Min(version.ShareOf(cost), version.CapPerProject ?? long.MaxValue);
        return reading is ThresholdReading.Own && version.LeastOwn is { } minimum
            ? Math.Min(share, cost - minimum)
            : share;
    }

    private static bool IsLargeEnough(ProgrammeVersion version, long cost, ThresholdReading reading) =>
        reading switch
        {
            ThresholdReading.Cost => cost >= (version.LeastOwn ?? 0),
            ThresholdReading.Own => cost >= (version.LeastOwn ?? 0),
            _ => cost >= (version.LeastCost ?? 0) && Own(version, cost, reading) >= (version.LeastOwn ?? 0),
        };

    private static long Own(ProgrammeVersion version, long cost, ThresholdReading reading) =>
        cost - Math.Max(0, Share(version, cost, reading));

    // Tests the largest project: one that passes is enough. Without projects the cost is 0.
    private static void Thresholds(
        ProgrammeVersion version,
        FundedProject[]? projects,
        ThresholdReading reading,
        Conditions conditions
    )
    {
        var cost = projects?.Select(project => project.ApprovedCost).DefaultIfEmpty().Max();
        if (
            reading is not ThresholdReading.Own
            && (reading is ThresholdReading.Cost ? version.LeastOwn : version.LeastCost) is { } minCost
        )
            conditions.AtLeast("approvedCost", minCost, cost, version.Source);
        if (reading is not ThresholdReading.Cost && version.LeastOwn is { } minOwn)
            conditions.AtLeast(
                "ownContribution",
                minOwn,
                cost is { } known ? Own(version, known, reading) : null,
                version.Source
            );
    }

    /// <summary>How many more projects may run at the same time; null: any number.</summary>
    public static int? PlacesAtOnce(ProgrammeVersion version, Facts facts) =>
        version.AtOnce - (facts.LiveNifsProjects ?? 0);

    /// <summary>How many more projects may be approved; null: any number.</summary>
    public static int? PlacesInAll(ProgrammeVersion version, Facts facts) =>
        version.InAll - (facts.PreviousNiasProjects ?? 0);

    /// <summary>HK$ that an enterprise may still get. A cap on projects that run at once covers as many as may run, and
    /// a cap on all projects has been used by the earlier ones.</summary>
    public static long RemainingCap(ProgrammeVersion version, Facts facts) =>
        version.Cap is not { } cap ? long.MaxValue
        : version.InAll is null ? cap
        : Math.Max(0, cap - (facts.PreviousNiasGrants ?? 0));

    private static int RemainingProjects(ProgrammeVersion version, Facts facts) =>
        Math.Max(
            0,
            Math.Min(PlacesAtOnce(version, facts) ?? int.MaxValue, PlacesInAll(version, facts) ?? int.MaxValue)
        );

    private static ImmutableArray<string> Asks(ProgrammeVersion version, Facts facts) =>
        [
            .. facts.Projects is null ? ["projects"] : Array.Empty<string>(),
            .. version.InAll is not null && facts.PreviousNiasGrants is null
                ? ["previousNiasGrants"]
                : Array.Empty<string>(),
        ];
}
