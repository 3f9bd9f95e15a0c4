using System.Collections.Immutable;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Upgrades;

/// <summary>A certification that a manufacturer does not hold, but plans with money for it.</summary>
/// <param name="Step">The id of the step that brings it.</param>
/// <param name="End">The step's last day.</param>
/// <param name="Status">Never done.</param>
/// <param name="Programme">
/// The programme that is expected to pay, with a ceiling and no entitlement; null: none is known to, and the step is
/// approved.
/// </param>
[GenerateSerializer, Immutable]
public sealed record PlannedCertificate(
    string Step,
    string Certification,
    DateOnly End,
    StepStatus Status,
    string? Programme
);

/// <summary>The certifications that one manufacturer plans, the earliest first.</summary>
/// <param name="Id">The id of its profile.</param>
[GenerateSerializer, Immutable]
public sealed record CertificatePlan(string Id, ImmutableArray<PlannedCertificate> Certificates);

/// <summary>A profile that a demand rejects today and would accept with certifications that are planned.</summary>
/// <param name="Score">The score that it would have, 0 to 100.</param>
/// <param name="Certificates">Those that it needs for it and does not hold, the earliest first.</param>
[GenerateSerializer, Immutable]
public sealed record PlannedMatch(string Id, double Score, ImmutableArray<PlannedCertificate> Certificates);

/// <summary>How many such profiles there are, and the first of them by score, then by id.</summary>
[GenerateSerializer, Immutable]
public sealed record PlannedMatches(int Count, ImmutableArray<PlannedMatch> Matches);

/// <summary>
/// Which certifications are planned, and whom they would bring to a demand (upgrading.md, section 6). Pure.
/// </summary>
public static class PlannedCertificates
{
    private const string Attribute = "certifications";

    /// <summary>
    /// The certifications of a plan whose steps are not done, not over and funded: a programme pays for the step in the
    /// best funding of all steps, or the step is approved. The earliest first.
    /// </summary>
    /// <param name="grants">The grant of each step, as <see cref="StepFunding.Best"/> gives them.</param>
    public static ImmutableArray<PlannedCertificate> Of(
        ImmutableArray<ScheduledStep> steps,
        ImmutableArray<StepGrant?> grants,
        DateOnly day
    ) =>
        [
            .. steps
                .Zip(grants)
                .Where(each =>
                    each.First is { Step.Certification: not null, Chosen.Status: not StepStatus.Done }
                    && each.First.End >= day
                    && (each.Second is not null || each.First.Chosen.Status is StepStatus.Approved)
                )
                .Select(each => new PlannedCertificate(
                    each.First.Step.Id,
                    each.First.Step.Certification!,
                    each.First.End,
                    each.First.Chosen.Status,
                    each.Second?.Programme
                ))
                .OrderBy(certificate => certificate.End),
        ];

    /// <summary>
    /// The visible profiles that the demand rejects today and would accept with certifications that are planned, those
    /// with the highest score first. A profile without a plan is left out.
    /// </summary>
    /// <param name="plans">At most one of each profile.</param>
    public static PlannedMatches Planned(this IndexSnapshot index, Query query, IEnumerable<CertificatePlan> plans)
    {
        var demand = new CompiledDemand(index.Board, query.Criteria, index.Gates);
        var matches = plans
            .Select(plan =>
                index.Find(plan.Id) is { } profile && query.Viewer.MaySee(profile)
                    ? Match(demand, profile, plan.Certificates, query.AsOf)
                    : null
            )
            .OfType<PlannedMatch>()
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.Id, StringComparer.Ordinal)
            .ToList();
        return new(matches.Count, [.. matches.Take(query.Top)]);
    }

    /// <summary>
    /// What a plan would make of a profile: with the earliest certifications that settle every must that is unmet
    /// today. Null: no must is unmet, or the plan leaves one unmet.
    /// </summary>
    private static PlannedMatch? Match(
        CompiledDemand demand,
        Profile profile,
        ImmutableArray<PlannedCertificate> planned,
        DateOnly day
    )
    {
        var unmet = demand.Criteria.Where(must => must.IsMust && must.Rejects(profile, day)).ToList();
        var claims = profile.Values.GetValueOrDefault(Attribute) as TagsValue;
        var open = planned.Where(each => !UpgradePath.IsHeld(each.Certification, claims, day)).ToList();
        var needed = unmet.Select(must => open.Find(each => Settles(must, [each]))).ToHashSet();
        if (unmet.Count == 0 || needed.Contains(null))
            return null;
        var left = open.Where(needed.Contains).ToList();
        // A later one may settle what an earlier one was taken for.
        foreach (var each in left.ToList())
        {
            var others = left.Where(other => other != each).ToList();
            if (unmet.TrueForAll(must => Settles(must, others)))
                left = others;
        }

        return new(profile.Id, Evaluator.Evaluate(demand, With(left), day).Score, [.. left]);

        bool Settles(CompiledCriterion must, IReadOnlyCollection<PlannedCertificate> certificates) =>
            !must.Rejects(With(certificates), day);

        Profile With(IEnumerable<PlannedCertificate> certificates) =>
            profile with
            {
                Values = profile.Values.SetItem(
                    Attribute,
                    UpgradePath.With(claims, certificates.Select(each => each.Certification))
                ),
            };
    }
}
