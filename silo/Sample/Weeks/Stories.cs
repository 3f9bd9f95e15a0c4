using System.Collections.Immutable;
using static Matchmaker.Silo.Sample.Weeks.Act;
using Outcome = Matchmaker.Contracts.Introductions.IntroductionOutcome;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>
/// The forty introductions of the twelve weeks before a fill. Each counts its days back from its last step, so that it
/// stands in the same state on whatever day the sample is filled.
/// </summary>
internal static class Stories
{
    /// <summary>How many days before the fill the first step is, at most.</summary>
    public const int Days = 84;

    private const string Sites = "sites";
    private const string Partners = "partners";
    private const string Needs = "opportunities";

    // The whole way, of which most introductions have gone a part.
    private static readonly ImmutableArray<Step> Way =
    [
        new(0, Suggest),
        new(0, Note),
        new(1, Offer),
        new(2, SeekerYes),
        new(3, CounterpartYes),
        new(1, Introduce),
        new(2, Meet),
        new(5, Note),
        new(12, Conclude),
        new(21, Aftercare),
    ];

    public static ImmutableArray<Story> All { get; } =
    [
        new(Sites, 34, UpTo(Aftercare)),
        new(Partners, 27, UpTo(Aftercare)) { Outcome = Outcome.Contracted },
        new(Sites, 15, Asked(1, Aftercare)),
        new(Sites, 50, UpTo(Conclude)),
        new(Partners, 41, UpTo(Conclude)) { Outcome = Outcome.Contracted },
        new(Needs, 36, UpTo(Conclude)) { Outcome = Outcome.Collaborating },
        new(Needs, 22, UpTo(Conclude)) { Outcome = Outcome.Contracted },
        new(Sites, 29, Asked(6, Conclude)) { Outcome = Outcome.NoFit, Interest = true },
        new(Sites, 9, Asked(2, Conclude)),
        new(Partners, 5, UpTo(Conclude)) { Outcome = Outcome.Collaborating },
        new(Sites, 16, UpTo(Conclude)) { Outcome = Outcome.NoFit },
        new(Partners, 45, new Step(0, Suggest), new(2, Note), new(9, Conclude)) { Outcome = Outcome.NotReachable },
        new(Sites, 61, Declined(CounterpartNo)),
        new(Sites, 38, Declined(SeekerNo)),
        new(Partners, 24, Declined(CounterpartNo)),
        new(Needs, 11, Declined(SeekerNo)),
        new(Sites, 82, new Step(0, Suggest), new(1, Offer)), // expires on its 45th working day
        new(Partners, 6, new Step(0, Suggest), new(1, Offer), new(75, Restart)),
        new(Sites, 2, Asked(1, Meet)) { Clash = true },
        new(Sites, 3, UpTo(Meet)) { OfFirst = true },
        new(Partners, 1, UpToNote()),
        new(Partners, 5, UpTo(Meet)),
        new(Needs, 4, UpTo(Meet)),
        new(Sites, 6, UpToNote()) { OfFirst = true },
        new(Sites, 3, UpTo(Meet)) { Confidential = true },
        new(Sites, 1, UpTo(Introduce)) { Pinned = true, HandedOver = true },
        new(Partners, 2, UpTo(Introduce)),
        new(Needs, 4, UpTo(Introduce)),
        new(Sites, 5, Asked(3, Introduce)) { OfFirst = true },
        new(Sites, 1, UpTo(CounterpartYes)) { HandedOver = true },
        new(Partners, 3, UpTo(CounterpartYes)),
        new(Sites, 2, UpTo(CounterpartYes)),
        new(Sites, 1, UpTo(Offer)) { HandedOver = true },
        new(Sites, 2, UpTo(SeekerYes)),
        new(Partners, 4, UpTo(SeekerYes)),
        new(Needs, 3, UpTo(Offer)),
        new(Sites, 2, [.. UpTo(SeekerYes), new(1, Withdraw)]),
        new(Sites, 1, UpTo(Suggest)) { HandedOver = true },
        new(Sites, 1, new Step(0, Ask)),
        new(Partners, 2, new Step(0, Ask)),
    ];

    private static Step[] UpTo(Act last) => [.. Way.Take(Way.ToList().FindIndex(step => step.Act == last) + 1)];

    private static Step[] UpToNote() => [.. UpTo(Meet), new(5, Note)];

    // The seeker asked, and an officer took it some days later.
    private static Step[] Asked(int days, Act last) => [new(0, Ask), new(days, Take), .. UpTo(last).Skip(1)];

    private static Step[] Declined(Act answer) =>
        [new(0, Suggest), new(1, Note), new(1, Offer), .. Other(answer), new(3, answer)];

    private static IEnumerable<Step> Other(Act answer) =>
        answer == CounterpartNo ? [new(2, SeekerYes)] : [new(2, CounterpartYes)];
}
