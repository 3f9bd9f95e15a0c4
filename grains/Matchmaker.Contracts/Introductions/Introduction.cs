using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Results;

namespace Matchmaker.Contracts.Introductions;

/// <summary>
/// How an officer brings two parties together over one match (introductions.md), from the suggestion to the outcome.
/// The stored record holds both sides; a reader receives a view by <see cref="SeenBy"/>.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Introduction : Record
{
    /// <summary>The seeker's demand; null to the counterpart.</summary>
    public string? Demand { get; init; }

    public LocalText? DemandName { get; init; }

    /// <summary>
    /// The id of the matched profile; null to the seeker while that is not public and nothing is released.
    /// </summary>
    public string? Match { get; init; }

    public LocalText? MatchName { get; init; }

    /// <summary>The board's code.</summary>
    public required string Board { get; init; }

    public IntroductionState State { get; init; }

    /// <summary>The side that asked for it; null: an officer did.</summary>
    public Side? AskedBy { get; init; }

    /// <summary>The address of the officer who brokers it; null: no officer has taken it yet.</summary>
    public string? Officer { get; init; }

    public required Participant Seeker { get; init; }

    public required Participant Counterpart { get; init; }

    /// <summary>The match's score when it was suggested, 0 to 100; null to the counterpart.</summary>
    public double? Score { get; init; }

    public Verdict? Verdict { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When it came into its present state, or a side said yes or took that back: deadlines count from here.
    /// </summary>
    public DateTimeOffset MovedAt { get; init; }

    /// <summary>Who moved it: an address, or <c>system</c>; officers only.</summary>
    public string? MovedBy { get; init; }

    /// <summary>
    /// When it was first put to both sides; null: never, so that a side that did not ask knows nothing of it.
    /// </summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>When the details were exchanged, which happens once; null: not yet.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Who must act next. A side reads only whether it is its own turn.</summary>
    public Holder Holder { get; init; }

    /// <summary>Whether the last deadline passed without movement: an officer must conclude or restart it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Overdue { get; init; }

    /// <summary>The day in Hong Kong of the next reminder; null: none comes.</summary>
    public DateOnly? DueOn { get; init; }

    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    public IntroductionOutcome? Outcome { get; init; }

    /// <summary>The people who will work there, where it landed; officers only; null: not known.</summary>
    public int? Jobs { get; init; }

    /// <summary>The floor area that was taken where it landed, in m²; officers only; null: not known.</summary>
    public decimal? FloorArea { get; init; }

    /// <summary>The investment where it landed, in HKD; officers only; null: not known.</summary>
    public decimal? Investment { get; init; }

    /// <summary>Why it was declined or concluded so; officers only.</summary>
    public string? Reason { get; init; }

    /// <summary>Why a cleared officer let a teaser pass that fits too few; officers only.</summary>
    public string? Override { get; init; }

    /// <summary>The day of the next aftercare; officers only; null: not planned.</summary>
    public DateOnly? AftercareOn { get; init; }

    /// <summary>The aftercare so far; officers only; null: none.</summary>
    public ImmutableArray<Aftercare>? Aftercare { get; init; }

    /// <summary>What the office noted, oldest first; officers only; null: nothing.</summary>
    public ImmutableArray<OfficeNote>? Notes { get; init; }

    /// <summary>The moves that an officer may make from its state; officers only.</summary>
    public ImmutableArray<AllowedMove>? Moves { get; init; }

    /// <summary>Internal state; null in every answer.</summary>
    public InternalState? Inside { get; init; }

    /// <summary>Whether it is concluded or declined.</summary>
    [JsonIgnore]
    public bool IsClosed => State is IntroductionState.Concluded or IntroductionState.Declined;

    public Participant On(Side side) => side is Side.Seeker ? Seeker : Counterpart;

    public Introduction With(Side side, Participant participant) =>
        side is Side.Seeker ? this with { Seeker = participant } : this with { Counterpart = participant };

    /// <summary>The caller's own side; null: neither is theirs.</summary>
    public Side? SideOf(Caller caller) =>
        caller.Party is not { } party ? null
        : party == PartyId.Parse(Seeker.Party) ? Side.Seeker
        : party == PartyId.Parse(Counterpart.Party) ? Side.Counterpart
        : null;

    /// <summary>
    /// The caller's view, in every route and message; null: the caller may not know of it.
    /// </summary>
    /// <param name="visibility">The introduction's own: it names the cleared officers.</param>
    public Introduction? AuthorizedView(Caller caller, Visibility visibility) =>
        caller.IsOffice && !Access.IsOfficeFor(caller, visibility) ? null : SeenBy(caller);

    /// <summary>
    /// The view of a caller who may see the introduction at all (<see cref="AuthorizedView"/>); null: the side does not
    /// know of it.
    /// </summary>
    public Introduction? SeenBy(Caller caller) =>
        caller.IsOffice ? IntroductionDisclosure.ToOffice(this)
        : SideOf(caller) is { } side && Knows(side) ? For(side)
        : null;

    /// <summary>Whether a side knows of it: it asked for it, or was asked.</summary>
    public bool Knows(Side side) => OfferedAt is not null || AskedBy == side;

    /// <summary>The side's view.</summary>
    public Introduction For(Side side) => IntroductionDisclosure.ToSide(this, side);
}

/// <summary>Where an introduction stands (introductions.md, "States").</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IntroductionState>))]
public enum IntroductionState
{
    [JsonStringEnumMemberName("suggested")]
    Suggested,

    [JsonStringEnumMemberName("offered")]
    Offered,

    [JsonStringEnumMemberName("agreed")]
    Agreed,

    [JsonStringEnumMemberName("introduced")]
    Introduced,

    [JsonStringEnumMemberName("underway")]
    Underway,

    [JsonStringEnumMemberName("concluded")]
    Concluded,

    [JsonStringEnumMemberName("declined")]
    Declined,

    [JsonStringEnumMemberName("expired")]
    Expired,
}

/// <summary>How an introduction ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IntroductionOutcome>))]
public enum IntroductionOutcome
{
    [JsonStringEnumMemberName("landed")]
    Landed,

    [JsonStringEnumMemberName("contracted")]
    Contracted,

    [JsonStringEnumMemberName("collaborating")]
    Collaborating,

    [JsonStringEnumMemberName("noFit")]
    NoFit,

    [JsonStringEnumMemberName("notReachable")]
    NotReachable,

    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>The two sides: the owner of the demand, and the party of the match.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Side>))]
public enum Side
{
    [JsonStringEnumMemberName("seeker")]
    Seeker,

    [JsonStringEnumMemberName("counterpart")]
    Counterpart,
}

/// <summary>Who must act next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Holder>))]
public enum Holder
{
    [JsonStringEnumMemberName("officer")]
    Officer,

    /// <summary>Both sides have not answered yet.</summary>
    [JsonStringEnumMemberName("both")]
    Both,

    [JsonStringEnumMemberName("seeker")]
    Seeker,

    [JsonStringEnumMemberName("counterpart")]
    Counterpart,

    /// <summary>The introduction is closed.</summary>
    [JsonStringEnumMemberName("nobody")]
    Nobody,
}

/// <summary>Sides as such.</summary>
public static class Sides
{
    public static Side Other(this Side side) => side is Side.Seeker ? Side.Counterpart : Side.Seeker;
}
