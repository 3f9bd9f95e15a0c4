using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Matching.StartUps;

/// <summary>
/// A step on a start-up's path. Which stages, needs and industries it is for is our assumption, whatever its basis.
/// </summary>
/// <param name="Why">What it is and why it may help.</param>
/// <param name="Check">What our answers cannot decide; null: nothing is known.</param>
/// <param name="Stages">In order.</param>
/// <param name="Industries">Codes of the list <c>industry</c>; empty: all.</param>
/// <param name="Incorporated">Whether it is for a company of Hong Kong; null: it makes no difference.</param>
/// <param name="University">Whether it is for a start-up of a university; null: it makes no difference.</param>
/// <param name="Programme">The id of the programme behind it; null: none.</param>
/// <param name="Board">The code of the board that has what it looks for; null: none.</param>
/// <param name="Campuses">The campuses that may take it in.</param>
/// <param name="From">The first day on which it exists; null: it does today.</param>
/// <param name="To">The last day; null: no end is known.</param>
/// <param name="Amount">HK$ at most, by another page than the policy paper; null: none is known.</param>
/// <param name="Months">How long it lasts, likewise; null: none is known.</param>
/// <param name="Sources">Codes of <see cref="ProgrammeSource"/>.</param>
/// <param name="Checks">What other pages ask.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpStep(
    string Id,
    LocalText Name,
    LocalText Why,
    LocalText? Check,
    ImmutableArray<StartUpStage> Stages,
    ImmutableArray<StartUpNeed> Needs,
    ImmutableArray<string> Industries,
    bool? Incorporated,
    bool? University,
    string? Programme,
    string? Board,
    ImmutableArray<StartUpPlace> Campuses,
    DateOnly? From,
    DateOnly? To,
    long? Amount,
    int? Months,
    ImmutableArray<string> Sources,
    StartUpBasis Basis,
    ImmutableArray<StartUpCheck> Checks
);

/// <param name="District">A code of the list <c>district</c>: that of the campus.</param>
/// <param name="Words">Words by which its buildings are found.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpPlace(string District, string Words);

/// <summary>Something that a page asks of a start-up. It decides nothing.</summary>
/// <param name="Fact"><c>incorporatedInHongKong</c>, or <c>founded</c>.</param>
/// <param name="Most">For <c>founded</c>: the most months since then.</param>
/// <param name="Source">The code of a <see cref="ProgrammeSource"/>.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpCheck(string Fact, int? Most, string Source, LocalText Text);

/// <summary>Who says that there is such a step.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StartUpBasis>))]
public enum StartUpBasis
{
    [JsonStringEnumMemberName("paper")]
    Paper,

    /// <summary>Another page, which the policy paper does not name.</summary>
    [JsonStringEnumMemberName("page")]
    Page,

    [JsonStringEnumMemberName("own")]
    Own,
}
