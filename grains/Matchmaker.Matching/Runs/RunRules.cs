using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Runs;

/// <summary>
/// What a demand that combines spaces asks of a run: how long it may be, and which sums of areas meet its musts on area
/// (matching.md section 6).
/// </summary>
internal sealed class RunRules
{
    public static readonly int Area = BoardTable.Sites.IndexOf("area");
    public static readonly int Rent = BoardTable.Sites.IndexOf("rent");
    public static readonly int Floor = BoardTable.Sites.IndexOf("floor");

    private readonly CompiledDemand _demand;

    private RunRules(CompiledDemand demand, int most)
    {
        _demand = demand;
        Most = most;
        AreaMusts = [.. Enumerable.Range(0, demand.Criteria.Length).Where(at => IsOnArea(demand.Criteria[at]))];
        Sums = SumsOf(AreaMusts);
        LeastSum = AreaMusts.Select(SumsWithout).Append(Sums).Min(sums => sums?.Min ?? int.MaxValue);
    }

    /// <summary>The maximum number of members.</summary>
    public int Most { get; }

    /// <summary>The indexes in the demand of its musts on area; at least one.</summary>
    public ImmutableArray<int> AreaMusts { get; }

    /// <summary>The sums that meet every must on area.</summary>
    public AreaRange Sums { get; }

    /// <summary>The least sum of a run, also when one of several musts on area is dropped.</summary>
    public int LeastSum { get; }

    /// <summary>Null: the demand takes single spaces alone.</summary>
    /// <param name="combine">2 to 6; null: it does not combine.</param>
    public static RunRules? Of(CompiledDemand demand, int? combine) =>
        combine is { } most && demand.Board == BoardTable.Sites && demand.Criteria.Any(IsOnArea)
            ? new(demand, most)
            : null;

    /// <summary>Whether the criterion is a must on area, which a run meets and its members need not.</summary>
    public static bool IsOnArea(CompiledCriterion criterion) => criterion.IsMust && criterion.AttributeIndex == Area;

    /// <summary>The sums that meet the musts on area but that one; null: no sum is too small for the others.</summary>
    public AreaRange? SumsWithout(int must) =>
        SumsOf(AreaMusts.Remove(must)) is { Min: > int.MinValue } sums ? sums : null;

    /// <summary>Whether a space may be a member: its place is known, and it fails no must but those on area.</summary>
    public bool IsCandidate(Profile profile, DateOnly day) =>
        SpotOf(profile) is not null
        && _demand.Criteria.All(criterion =>
            !criterion.IsMust || criterion.AttributeIndex == Area || !criterion.Rejects(profile, day)
        );

    /// <summary>Where a space stands; null: its place, its floor or its area is not known.</summary>
    public static Spot? SpotOf(Profile profile) =>
        profile.Place is { } place && Number(profile, Floor) is not null && Number(profile, Area) is { } area
            ? new(place.Position, area)
            : null;

    /// <summary>The building and the floor on which a space stands; null: either is not known.</summary>
    public static (string Building, int Floor)? FloorOf(Profile? profile) =>
        profile?.Place is { } place && Number(profile, Floor) is { } floor ? (place.Group, floor) : null;

    private static int? Number(Profile profile, int attribute) =>
        BoardTable.Sites.Attributes[attribute] is var definition
            ? Steps.Of(definition, profile.Values.GetValueOrDefault(definition.Code))
            : null;

    private AreaRange SumsOf(ImmutableArray<int> musts) =>
        new(
            musts.Select(at => _demand.Criteria[at].UtilityFunction.MinReading).DefaultIfEmpty(int.MinValue).Max(),
            musts.Select(at => _demand.Criteria[at].UtilityFunction.MaxReading).DefaultIfEmpty(int.MaxValue).Min()
        );
}

/// <summary>The sums of areas that are enough and not too much, in steps, both ends included.</summary>
internal readonly record struct AreaRange(int Min, int Max);

/// <summary>A space on its floor.</summary>
/// <param name="Area">In steps; at least 1.</param>
internal readonly record struct Spot(int Position, int Area);
