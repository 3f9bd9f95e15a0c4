using System.Collections.Immutable;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Packages;

/// <summary>The known cost of a space over a lease. Whole HK$, rounded up.</summary>
/// <param name="Months">The length of the lease in months.</param>
/// <param name="Monthly">
/// Rent and management fee per month; null: rent or area is unknown. An unknown fee is left out, so the figure is a
/// minimum.
/// </param>
/// <param name="OverLease"><paramref name="Monthly"/> × <paramref name="Months"/>; null: unknown.</param>
/// <param name="TooShort">Whether the owner offers only a shorter lease.</param>
/// <param name="Production">Whether production fits there, as stated or by its gates; null: unknown.</param>
/// <param name="AvailableFrom">The first day of availability; null: unknown.</param>
/// <param name="Unknown">The unknown attributes on which this cost depends.</param>
[GenerateSerializer, Immutable]
public sealed record SiteCost(
    int Months,
    long? Monthly,
    long? OverLease,
    bool TooShort,
    UseVerdict? Production,
    DateOnly? AvailableFrom,
    ImmutableArray<string> Unknown
)
{
    private const string ProductionUse = "production";

    /// <summary>Whether no project can be carried out at the space, because production does not fit there.</summary>
    public bool RefusesProjects => Production is UseVerdict.DoesNotFit;

    /// <param name="values">The values of the space, with those inherited from its building.</param>
    /// <param name="months">The length of the lease in months, at least 1.</param>
    /// <param name="day">The day on which the rules are read; the space's first day, where that is later.</param>
    /// <param name="gates">The rules by which uses that no record states are judged.</param>
    /// <param name="waivers">Those of the space and of its building; null: none.</param>
    public static SiteCost Of(
        ImmutableSortedDictionary<string, Value> values,
        int months,
        DateOnly day,
        GateTable gates,
        ImmutableArray<Waiver>? waivers = null
    )
    {
        var (area, rent, fee, maxMonths) = (
            Number("area"),
            Number("rent"),
            Number("managementFee"),
            Number("leaseMonths")
        );
        long? monthly = area is { } size && rent is { } price ? (long)Math.Ceiling(size * (price + (fee ?? 0))) : null;
        var from = values.GetValueOrDefault("availableFrom") is DayValue available ? available.Day : (DateOnly?)null;
        var profile = new Profile(
            "",
            values,
            ImmutableSortedDictionary<string, DateOnly>.Empty,
            Public: false,
            Owner: null,
            Waivers: waivers
        );
        var production = UseReport.Of(profile, ProductionUse, from > day ? from.Value : day, gates).Verdict;
        ImmutableArray<string> unknown =
        [
            .. new[]
            {
                ("area", area is null),
                ("rent", rent is null),
                ("managementFee", fee is null),
                ("leaseMonths", maxMonths is null),
                ("uses", production is null),
                ("availableFrom", from is null),
            }
                .Where(entry => entry.Item2)
                .Select(entry => entry.Item1),
        ];
        return new(months, monthly, monthly * months, maxMonths < months, production, from, unknown);

        decimal? Number(string code) => values.GetValueOrDefault(code) is NumberValue number ? number.Number : null;
    }
}

/// <summary>The costs and grants of an enterprise at one site. Whole HK$.</summary>
/// <param name="Site">The cost of the space over the lease; null: unknown.</param>
/// <param name="Projects">The approved costs of the enterprise's projects.</param>
/// <param name="Training">The training costs of this financial year.</param>
/// <param name="Grants">The ceiling of what programmes pay towards projects and training.</param>
/// <param name="People">
/// The ceiling of what programmes pay towards salaries; neither salaries nor this amount are part of the net cost.
/// </param>
/// <param name="Net">
/// Site, projects and training less the grants, if every ceiling were reached; null: the site's cost is unknown.
/// </param>
[GenerateSerializer, Immutable]
public sealed record NetCost(long? Site, long Projects, long Training, long Grants, long People, long? Net)
{
    /// <param name="facts">The applicant's facts as they hold at the site.</param>
    /// <param name="funding">The funding that these facts may get.</param>
    public static NetCost Of(SiteCost site, Facts facts, FundingPackage funding)
    {
        var (projects, training) = (
            (facts.Projects ?? []).Sum(project => project.ApprovedCost),
            facts.TrainingCosts ?? 0
        );
        var people = funding
            .Items.Where(item => ProgrammeCatalogue.Find(item.Programme)?.Shape is RuleShape.PersonMonths)
            .Sum(item => item.Amount);
        var grants = funding.Total - people;
        return new(site.OverLease, projects, training, grants, people, site.OverLease + projects + training - grants);
    }
}
