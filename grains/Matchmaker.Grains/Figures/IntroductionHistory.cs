using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Figures;

/// <summary>What the journal tells of one introduction, as far as figures need it.</summary>
/// <param name="Steps">Each state with when it was entered, in order; never empty.</param>
/// <param name="TakenUpAt">When an officer first took or moved it; null: not yet.</param>
/// <param name="Outcome">Null: it is not concluded.</param>
internal sealed record IntroductionHistory(
    string Id,
    string Board,
    string Counterpart,
    LocalText? CounterpartName,
    bool AskedByParty,
    ImmutableArray<HistoryStep> Steps,
    DateTimeOffset? TakenUpAt,
    IntroductionOutcome? Outcome,
    Visibility Visibility
)
{
    /// <summary>Who brokers it now; null: nobody.</summary>
    public string? Officer { get; init; }

    /// <summary>Its industry when it was suggested; null: not known.</summary>
    public string? Industry { get; init; }

    /// <summary>Its district when it was suggested; null: not known.</summary>
    public string? District { get; init; }

    /// <summary>The demand that it serves, and the score of its match then.</summary>
    public string Demand { get; init; } = "";

    public double Score { get; init; }

    /// <summary>What was entered when it landed; null each: not known.</summary>
    public int? Jobs { get; init; }

    public decimal? FloorArea { get; init; }

    public decimal? Investment { get; init; }

    /// <summary>The history after one more journal entry; null before: it is the first.</summary>
    public static IntroductionHistory After(
        IntroductionHistory? before,
        Introduction now,
        string id,
        DateTimeOffset at,
        Visibility visibility
    )
    {
        ImmutableArray<HistoryStep> steps =
            before is null ? [new(now.State, at)]
            : before.Steps[^1].State == now.State ? before.Steps
            : before.Steps.Add(new(now.State, at));
        return new(
            id,
            now.Board,
            now.Counterpart.Party!,
            now.Counterpart.Name,
            before?.AskedByParty ?? now.AskedBy is not null,
            steps,
            before?.TakenUpAt ?? (now.Officer is not null || now.State is not IntroductionState.Suggested ? at : null),
            now.Outcome,
            visibility
        )
        {
            Officer = now.Officer,
            Industry = now.Inside?.Industry,
            District = now.Inside?.District,
            Demand = now.Demand!,
            Score = now.Score ?? 0,
            Jobs = now.Jobs,
            FloorArea = now.FloorArea,
            Investment = now.Investment,
        };
    }
}

/// <param name="At">When the journal has it.</param>
internal sealed record HistoryStep(IntroductionState State, DateTimeOffset At);
