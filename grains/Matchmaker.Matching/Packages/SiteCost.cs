using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Packages;

/// <summary>What a space costs over a lease, as far as it is known. Whole HK$, rounded up.</summary>
/// <param name="Months">Of the lease.</param>
/// <param name="Monthly">Rent and management fee a month; null: rent or area is unknown. Where the fee is unknown it is left out, so that this is the least.</param>
/// <param name="OverLease"><paramref name="Monthly"/> for every month; null as it.</param>
/// <param name="TooShort">Whether its owner offers a shorter lease only.</param>
/// <param name="Production">Whether production may take place there, by plan, lease and building; null: unknown.</param>
/// <param name="AvailableFrom">The first day; null: unknown.</param>
/// <param name="Unknown">Attributes of the board that this depends on and that are unknown.</param>
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

    /// <summary>Where nothing can be produced, no project can be carried out.</summary>
    public bool RefusesProjects => Production is UseVerdict.DoesNotFit;

    /// <param name="values">The space's, with its building's.</param>
    /// <param name="months">1 or more.</param>
    public static SiteCost Of(IReadOnlyDictionary<string, Value> values, int months)
    {
        var (area, rent, fee, longest) = (
            Number("area"),
            Number("rent"),
            Number("managementFee"),
            Number("leaseMonths")
        );
        long? monthly = area is { } size && rent is { } price ? (long)Math.Ceiling(size * (price + (fee ?? 0))) : null;
        UseVerdict? production =
            values.GetValueOrDefault("uses") is UsesValue uses && uses.Uses.TryGetValue(ProductionUse, out var verdict)
                ? verdict
                : null;
        var from = values.GetValueOrDefault("availableFrom") is DayValue day ? day.Day : (DateOnly?)null;
        ImmutableArray<string> unknown =
        [
            .. new[]
            {
                ("area", area is null),
                ("rent", rent is null),
                ("managementFee", fee is null),
                ("leaseMonths", longest is null),
                ("uses", production is null),
                ("availableFrom", from is null),
            }
                .Where(one => one.Item2)
                .Select(one => one.Item1),
        ];
        return new(months, monthly, monthly * months, longest < months, production, from, unknown);

        decimal? Number(string code) => values.GetValueOrDefault(code) is NumberValue number ? number.Number : null;
    }
}

/// <summary>What an enterprise pays and gets at one site. Whole HK$.</summary>
/// <param name="Site">Over the lease; null: unknown.</param>
/// <param name="Projects">Approved costs of its projects.</param>
/// <param name="Training">This financial year's.</param>
/// <param name="Grants">What programmes pay of projects and training: a ceiling.</param>
/// <param name="People">What programmes pay of salaries, a ceiling; neither the salaries nor this are part of the net cost.</param>
/// <param name="Net">Site, projects and training less the grants, if every ceiling were reached; null: the site's cost is unknown.</param>
[GenerateSerializer, Immutable]
public sealed record NetCost(long? Site, long Projects, long Training, long Grants, long People, long? Net)
{
    /// <param name="facts">As they hold at the site.</param>
    /// <param name="funding">What these facts may get.</param>
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
