using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;
using Matchmaker.Matching.Visits;

namespace Matchmaker.Matching.Upgrades.Moving;

/// <summary>
/// What a manufacturer says of its present unit and of what its steps' machines need; null: not told.
/// </summary>
/// <param name="Area">m² of the present unit.</param>
/// <param name="MonthlyRent">Whole HK$ a month for the present unit.</param>
/// <param name="FloorLoading">kPa.</param>
/// <param name="PointLoad">kN.</param>
/// <param name="Headroom">m.</param>
/// <param name="Power">A, three-phase.</param>
[GenerateSerializer, Immutable]
public sealed record PlaceNeeds(
    decimal? Area = null,
    long? MonthlyRent = null,
    decimal? FloorLoading = null,
    decimal? PointLoad = null,
    decimal? Headroom = null,
    decimal? Power = null
)
{
    /// <summary>What is needed of an attribute of the board of sites, in its unit; null: not told.</summary>
    public decimal? Of(string attribute) =>
        attribute switch
        {
            "area" => Area,
            "floorLoading" => FloorLoading,
            "pointLoad" => PointLoad,
            "headroom" => Headroom,
            "power" => Power,
            _ => null,
        };
}

/// <summary>Whether a place carries a step.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Carrying>))]
public enum Carrying
{
    [JsonStringEnumMemberName("carries")]
    Carries,

    /// <summary>What the step needs, or what the place has, is unknown.</summary>
    [JsonStringEnumMemberName("toCheck")]
    ToCheck,

    [JsonStringEnumMemberName("not")]
    Not,
}

/// <summary>One thing that a step asks of a place.</summary>
/// <param name="Attribute">The code of an attribute of the board of sites.</param>
/// <param name="Needed">The number that the manufacturer stated; null: none, or the attribute is no number.</param>
/// <param name="Actual">What the place is known to have; null: unknown.</param>
[GenerateSerializer, Immutable]
public sealed record PlaceFact(string Attribute, decimal? Needed, Value? Actual, Carrying Outcome);

/// <summary>One step at a place: as its worst fact says; a step that asks for nothing is carried.</summary>
[GenerateSerializer, Immutable]
public sealed record StepAtPlace(string Step, Carrying Outcome, ImmutableArray<PlaceFact> Facts);

/// <summary>What a manufacturer's steps ask of the place where it stays, and of those where it could move. Pure.
/// </summary>
public static class PlaceRules
{
    /// <summary>As far as one may walk to a unit nearby.</summary>
    public const int WalkMinutes = 15;

    // A step can fit it, so that a place without one still carries the step, at a cost.
    private const string CleanRoom = "cleanRoom";
    private const long MaxRent = 1_000_000_000;

    private static readonly string[] Numbers = ["area", "floorLoading", "pointLoad", "headroom", "power"];

    /// <summary>Every error at its path, such as <c>needs.headroom</c>. Never throws.</summary>
    public static ImmutableArray<FieldError> Check(PlaceNeeds needs)
    {
        var errors = new FieldErrors();
        errors.CheckRange("needs.monthlyRent", needs.MonthlyRent, 0, MaxRent, "HK$");
        foreach (var code in Numbers)
        {
            var attribute = BoardTable.Sites.Find(code)!;
            var (least, most) = (((NumberValue)attribute.Min!).Number, ((NumberValue)attribute.Max!).Number);
            if (needs.Of(code) < least || needs.Of(code) > most)
                errors.Add($"needs.{code}", "outOfRange", $"{least}", $"{most}", attribute.Unit ?? "");
        }

        return errors.ToResult(0).Errors;
    }

    /// <summary>Whether a place carries a step, and why.</summary>
    /// <param name="values">What the place is known to have, with what it inherits from its building.</param>
    public static StepAtPlace At(UpgradeStep step, PlaceNeeds needs, IReadOnlyDictionary<string, Value> values)
    {
        var facts = step.Needs.Select(Fact).ToImmutableArray();
        return new(step.Id, facts.Select(fact => fact.Outcome).DefaultIfEmpty(Carrying.Carries).Max(), facts);

        PlaceFact Fact(string code)
        {
            var (needed, actual) = (needs.Of(code), values.GetValueOrDefault(code));
            var outcome = (needed, actual) switch
            {
                ({ } least, NumberValue has) => has.Number >= least ? Carrying.Carries : Carrying.Not,
                (_, FlagValue { Yes: true }) => Carrying.Carries,
                (_, FlagValue) when code != CleanRoom => Carrying.Not,
                _ => Carrying.ToCheck,
            };
            return new(code, needed, actual, outcome);
        }
    }

    /// <summary>
    /// What a unit within a walk must be and have. A number that is not stated is wished for as the present place has
    /// it; what the law refuses is out.
    /// </summary>
    /// <param name="from">Where the manufacturer is.</param>
    /// <param name="area">m² at least; null: unknown.</param>
    /// <param name="present">What the present place is known to have.</param>
    public static ImmutableArray<Criterion> Criteria(
        IReadOnlyCollection<UpgradeStep> steps,
        PlaceNeeds needs,
        PointValue from,
        decimal? area,
        IReadOnlyDictionary<string, Value> present
    )
    {
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        criteria.Add(
            new()
            {
                Attribute = "location",
                Op = Op.Within,
                Of = from,
                Limit = new NumberValue(Walking.MostMetres(WalkMinutes)),
                Ideal = new NumberValue(0),
            }
        );
        criteria.Add(
            new()
            {
                Attribute = "uses",
                Op = Op.Allows,
                Value = new CodeValue("production"),
            }
        );
        if (area is { } size)
            criteria.Add(AtLeast("area", size, Strength.Must));
        foreach (var code in steps.SelectMany(step => step.Needs).Distinct())
        {
            if (needs.Of(code) is { } needed)
                criteria.Add(AtLeast(code, needed, Strength.Must));
            else if (Numbers.Contains(code) && present.GetValueOrDefault(code) is NumberValue has)
                criteria.Add(AtLeast(code, has.Number, Strength.Prefer));
            else if (BoardTable.Sites.Find(code)!.Kind is AttributeKind.Flag)
                criteria.Add(
                    new()
                    {
                        Attribute = code,
                        Op = Op.Is,
                        Value = new FlagValue(true),
                        Strength = code == CleanRoom ? Strength.Prefer : Strength.Must,
                    }
                );
        }

        return criteria.ToImmutable();
    }

    /// <summary>What an operator says of a manufacturer's industries: the best of its answers; null: unknown.</summary>
    /// <param name="admission">The operator's answer for each industry.</param>
    /// <param name="industries">Codes of the list <c>industry</c> that the manufacturer states.</param>
    public static UseVerdict? Admitted(UsesValue admission, IEnumerable<string> industries) =>
        industries
            .Select(industry => admission.Uses.TryGetValue(industry, out var verdict) ? verdict : (UseVerdict?)null)
            .Where(verdict => verdict is not null)
            .Min();

    private static Criterion AtLeast(string attribute, decimal limit, Strength strength) =>
        new()
        {
            Attribute = attribute,
            Op = Op.AtLeast,
            Limit = new NumberValue(limit),
            Strength = strength,
        };
}
