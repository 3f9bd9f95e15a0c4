using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>One act in the course of an introduction.</summary>
internal enum Act
{
    /// <summary>The seeker asks for it.</summary>
    Ask,

    /// <summary>An officer suggests it and takes it.</summary>
    Suggest,

    /// <summary>An officer takes what the seeker asked for.</summary>
    Take,
    Note,
    Offer,
    SeekerYes,
    CounterpartYes,
    SeekerNo,
    CounterpartNo,

    /// <summary>The seeker takes its yes back.</summary>
    Withdraw,
    Introduce,
    Meet,
    Conclude,
    Aftercare,
    Restart,
}

/// <param name="Days">Calendar days after the step before it.</param>
internal readonly record struct Step(int Days, Act Act);

/// <summary>What one introduction of the twelve weeks goes through.</summary>
/// <param name="Board">The board whose demands and matches it takes first; another one where that has none.</param>
/// <param name="Last">How many days before the fill its last step was.</param>
internal sealed record Story(string Board, int Last, params Step[] Steps)
{
    /// <summary>The outcome of its conclusion, if it has one.</summary>
    public IntroductionOutcome Outcome { get; init; } = IntroductionOutcome.Landed;

    /// <summary>Whether a second officer offers it at the same moment, and is told that the first was faster.</summary>
    public bool Clash { get; init; }

    /// <summary>Whether its first officer has an interest in the seeker, so that another one takes it.</summary>
    public bool Interest { get; init; }

    /// <summary>Whether its match is pinned first, by two officers.</summary>
    public bool Pinned { get; init; }

    /// <summary>Whether its seeker is a confidential project.</summary>
    public bool Confidential { get; init; }

    /// <summary>Whether its officer hands it over to the sample account in the end.</summary>
    public bool HandedOver { get; init; }

    /// <summary>Whether its seeker is the sample account's enterprise.</summary>
    public bool OfFirst { get; init; }
}
