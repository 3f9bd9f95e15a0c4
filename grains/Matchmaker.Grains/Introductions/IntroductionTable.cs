using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using static Matchmaker.Contracts.Introductions.IntroductionState;

namespace Matchmaker.Grains.Introductions;

/// <summary>What can be done to an introduction.</summary>
internal enum Act
{
    Offer,
    Consent,
    Withdraw,
    Decline,
    Expire,
    Restart,
    Introduce,
    Meet,
    Conclude,
}

/// <summary>Who does it.</summary>
internal enum By
{
    Officer,
    Party,
    Clock,
}

/// <summary>The table of introductions.md, "States": the only place that says what may follow what.</summary>
internal static class IntroductionTable
{
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

    /// <summary>The state that an act leads to.</summary>
    /// <exception cref="ConflictException">
    /// The present state does not allow it; it carries those that may follow.
    /// </exception>
    public static IntroductionState After(IntroductionState state, Act act) =>
        RowOf(act) is var row && row.From.Contains(state) ? row.To : throw Refusal(state, act);

    public static Row RowOf(Act act) => Rows.Single(row => row.Act == act);

    /// <summary>Why an act is refused in a state.</summary>
    public static ConflictException Refusal(IntroductionState state, Act act) =>
        new(
            new FieldError("", "stateForbids", Code(state), string.Join(", ", RowOf(act).From.Select(Code))),
            [.. Next(state).Select(Code)]
        );

    /// <summary>The states that may follow one, itself among them where a move leads back to it.</summary>
    public static IEnumerable<IntroductionState> Next(IntroductionState state) =>
        Rows.Where(row => row.From.Contains(state)).Select(row => row.To).Distinct();

    public static string Code(IntroductionState state) => state.ToString().ToLowerInvariant();

    internal sealed record Row(ImmutableArray<IntroductionState> From, By By, Act Act, IntroductionState To);
}
