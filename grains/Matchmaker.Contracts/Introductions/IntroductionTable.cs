using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using static Matchmaker.Contracts.Introductions.IntroductionState;
using Act = Matchmaker.Contracts.Introductions.IntroductionAct;
using By = Matchmaker.Contracts.Introductions.IntroductionActor;

namespace Matchmaker.Contracts.Introductions;

/// <summary>What can be done to an introduction.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IntroductionAct>))]
public enum IntroductionAct
{
    [JsonStringEnumMemberName("offer")]
    Offer,

    [JsonStringEnumMemberName("consent")]
    Consent,

    [JsonStringEnumMemberName("withdraw")]
    Withdraw,

    [JsonStringEnumMemberName("decline")]
    Decline,

    [JsonStringEnumMemberName("expire")]
    Expire,

    [JsonStringEnumMemberName("restart")]
    Restart,

    [JsonStringEnumMemberName("introduce")]
    Introduce,

    [JsonStringEnumMemberName("meet")]
    Meet,

    [JsonStringEnumMemberName("conclude")]
    Conclude,
}

/// <summary>Who does it.</summary>
public enum IntroductionActor
{
    Officer,
    Party,
    Clock,
}

/// <summary>A move that an officer may make.</summary>
/// <param name="Act">The last part of its route.</param>
/// <param name="To">The state that it leads to.</param>
[GenerateSerializer, Immutable]
public sealed record AllowedMove(IntroductionAct Act, IntroductionState To);

/// <summary>The table of introductions.md, "States": the only place that says what may follow what.</summary>
public static class IntroductionTable
{
    /// <summary>One row for each act.</summary>
    public static ImmutableArray<Row> Rows { get; } =
    [
        // from                                       by           what           to
        new([Suggested], By.Officer, Act.Offer, Offered),
        new([Offered], By.Party, Act.Consent, Agreed), // with the second consent; the first stays
        new([Offered, Agreed], By.Party, Act.Withdraw, Offered),
        new([Offered, Agreed], By.Party, Act.Decline, Declined),
        new([Offered], By.Clock, Act.Expire, Expired),
        new([Expired], By.Officer, Act.Restart, Offered),
        new([Agreed], By.Officer, Act.Introduce, Introduced),
        new([Introduced], By.Officer, Act.Meet, Underway),
        new([Suggested, Expired, Introduced, Underway], By.Officer, Act.Conclude, Concluded),
    ];

    // Worked out once: every card of the office's carries them.
    private static readonly FrozenDictionary<IntroductionState, ImmutableArray<AllowedMove>> OfficerMoves =
        Enum.GetValues<IntroductionState>()
            .ToFrozenDictionary(
                state => state,
                state =>
                    Rows.Where(row => row.By is By.Officer && row.From.Contains(state))
                        .Select(row => new AllowedMove(row.Act, row.To))
                        .ToImmutableArray()
            );

    /// <summary>The moves that an officer may make from a state, in the order of the table.</summary>
    public static ImmutableArray<AllowedMove> OfOfficers(IntroductionState state) => OfficerMoves[state];

    /// <summary>The state that an act leads to.</summary>
    /// <exception cref="ConflictException">
    /// The present state does not allow it; it carries those that may follow.
    /// </exception>
    public static IntroductionState After(IntroductionState state, Act act) =>
        RowOf(act) is var row && row.From.Contains(state) ? row.To : throw Refusal(state, act);

    /// <summary>The row of an act.</summary>
    public static Row RowOf(Act act) => Rows.Single(row => row.Act == act);

    /// <summary>Why an act is refused in a state.</summary>
    public static ConflictException Refusal(IntroductionState state, Act act) =>
        new(
            new FieldError("", "stateForbids", Code(state), string.Join(", ", RowOf(act).From.Select(Code))),
            [.. Next(state).Select(Code)]
        );

    /// <summary>The states in which a meeting can be booked, the first or another.</summary>
    public static ImmutableArray<IntroductionState> Bookable { get; } = [.. RowOf(Act.Meet).From, Underway];

    /// <summary>Checks an act that leads to no other state.</summary>
    /// <exception cref="ConflictException">The present state is none of those that allow it.</exception>
    public static void Require(IntroductionState state, params ImmutableArray<IntroductionState> allowed)
    {
        if (!allowed.Contains(state))
            throw new ConflictException(
                new FieldError("", "stateForbids", Code(state), string.Join(", ", allowed.Select(Code))),
                [.. Next(state).Select(Code)]
            );
    }

    /// <summary>The states that may follow one, itself among them where a move leads back to it.</summary>
    public static IEnumerable<IntroductionState> Next(IntroductionState state) =>
        Rows.Where(row => row.From.Contains(state)).Select(row => row.To).Distinct();

    /// <summary>The state's code.</summary>
    public static string Code(IntroductionState state) => state.ToString().ToLowerInvariant();

    /// <summary>Whether the outcome is what the office works for.</summary>
    public static bool IsGood(IntroductionOutcome outcome) =>
        outcome is IntroductionOutcome.Landed or IntroductionOutcome.Contracted or IntroductionOutcome.Collaborating;

    /// <summary>The outcome's code.</summary>
    public static string Code(IntroductionOutcome outcome) =>
        JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    /// <summary>An act: the states that allow it, whose it is, and the state that it leads to.</summary>
    public sealed record Row(ImmutableArray<IntroductionState> From, By By, Act Act, IntroductionState To);
}
