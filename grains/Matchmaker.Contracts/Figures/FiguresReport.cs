using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Figures;

/// <summary>The office's figures, worked out from the journal alone and only from what the caller may see. Key:
/// 0.</summary>
[Alias("figures")]
public interface IFiguresGrain : IProjectionGrain, IGrainWithIntegerKey
{
    /// <param name="from">The first day in Hong Kong.</param>
    /// <param name="to">The last; at most ten years later.</param>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    /// <exception cref="InvalidException">The days are out of order or too far apart.</exception>
    [Alias("of"), ResponseTimeout(Patience.Once)]
    Task<FiguresReport> Of(
        Caller caller,
        DateOnly from,
        DateOnly to,
        FiguresFilter? only = null,
        CancellationToken cancellation = default
    );

    /// <summary>The introductions that one figure counts, as the caller sees them, by id.</summary>
    /// <param name="figure">
    /// A key of <see cref="PeriodFigures.Counts"/>; one that counts nothing has an empty list.
    /// </param>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    /// <exception cref="InvalidException">
    /// The days are out of order or too far apart, or there is no such figure.
    /// </exception>
    [Alias("behind"), ResponseTimeout(Patience.Once)]
    Task<Page<Introduction>> Behind(
        Caller caller,
        DateOnly from,
        DateOnly to,
        FiguresFilter? only,
        string figure,
        string? after,
        int limit,
        CancellationToken cancellation = default
    );

    /// <summary>How often each party was put forward, beside what its facts deserve today.</summary>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    /// <exception cref="InvalidException">The days are out of order or too far apart.</exception>
    [Alias("fairness"), AlwaysInterleave, ResponseTimeout("00:00:30"), Repeatable]
    Task<FairnessReport> Fairness(
        Caller caller,
        DateOnly from,
        DateOnly to,
        FiguresFilter? only = null,
        CancellationToken cancellation = default
    );
}

/// <summary>Which introductions the figures are about.</summary>
/// <param name="Board">The board's code; null: all.</param>
/// <param name="Officer">The address of the officer who brokers them now; null: all.</param>
[GenerateSerializer, Immutable]
public sealed record FiguresFilter(string? Board = null, string? Officer = null);

/// <summary>What happened between two days in Hong Kong, inclusive. A code without a number means 0.</summary>
/// <param name="Weeks">From Monday to Sunday, the first and the last cut to the days asked for.</param>
/// <param name="TimeInState">Of the stays in a state that ended in these days.</param>
/// <param name="Outcomes">By board and outcome, of what was concluded in these days.</param>
/// <param name="Exposure">By counterpart, in the ordinal order of parties.</param>
/// <param name="Now">The days asked for.</param>
/// <param name="Before">As many days up to the day before <paramref name="From"/>.</param>
[GenerateSerializer, Immutable]
public sealed record FiguresReport(
    DateOnly From,
    DateOnly To,
    ImmutableArray<WeekFigures> Weeks,
    ImmutableSortedDictionary<string, StayFigures> TimeInState,
    FirstResponse FirstResponse,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> Outcomes,
    ImmutableArray<Exposure> Exposure,
    PeriodFigures Now,
    PeriodFigures Before
);

/// <summary>What can be compared with another period of the same length.</summary>
/// <param name="Counts">How many introductions each figure counts, by its key (introductions.md, "Figures"); each has
/// its list.</param>
/// <param name="MedianDays">
/// Working days, by the key of the figure that counts them: the mean of the two in the middle, where they are even in
/// number.
/// </param>
/// <param name="Landed">What was entered of those that landed.</param>
[GenerateSerializer, Immutable]
public sealed record PeriodFigures(
    DateOnly From,
    DateOnly To,
    ImmutableSortedDictionary<string, int> Counts,
    ImmutableSortedDictionary<string, double> MedianDays,
    LandedSums Landed
);

/// <param name="Jobs">People.</param>
/// <param name="FloorArea">m².</param>
/// <param name="Investment">HKD.</param>
[GenerateSerializer, Immutable]
public sealed record LandedSums(int Jobs, decimal FloorArea, decimal Investment);

/// <param name="Week">Its Monday.</param>
/// <param name="Entered">How many came into a state in it.</param>
/// <param name="Standing">How many were in a state at its end.</param>
[GenerateSerializer, Immutable]
public sealed record WeekFigures(
    DateOnly Week,
    ImmutableSortedDictionary<string, int> Entered,
    ImmutableSortedDictionary<string, int> Standing
);

/// <param name="MedianHours">The lower of the two in the middle, where they are even in number.</param>
[GenerateSerializer, Immutable]
public sealed record StayFigures(int Count, double MedianHours, double MeanHours);

/// <summary>Working days of Hong Kong until an officer answered a party's request.</summary>
/// <param name="Within5">Those within 3 among them.</param>
/// <param name="Later">After more than 5.</param>
/// <param name="Waiting">Not yet.</param>
[GenerateSerializer, Immutable]
public sealed record FirstResponse(int Within3, int Within5, int Later, int Waiting);

/// <param name="Party">Such as <c>firms/f1</c>.</param>
/// <param name="Shown">Introductions suggested with it in these days.</param>
/// <param name="Offered">Put to both sides in these days.</param>
/// <param name="Introduced">Details exchanged in these days.</param>
[GenerateSerializer, Immutable]
public sealed record Exposure(string Party, LocalText? Name, int Shown, int Offered, int Introduced);
