using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Matching.Values;

namespace Matchmaker.Web.Introductions;

/// <param name="Demand">The id of a standing demand.</param>
/// <param name="Match">The id of a profile that the demand accepts.</param>
public sealed record AskedFor(string Demand, string Match);

/// <summary>An action without parameters.</summary>
public sealed record Nothing;

/// <param name="Contact">The contact for the other side; null: the party's accounts.</param>
public sealed record ConsentGiven(Person? Contact = null);

/// <param name="Reason">Read by officers only; null: none.</param>
public sealed record Declined(string? Reason = null);

/// <param name="Officer">The address.</param>
public sealed record Assigned(string Officer);

/// <param name="Side">Whose mailbox it is.</param>
public sealed record VouchedFor(Side Side);

/// <param name="On">The next follow-up; null: not planned.</param>
/// <param name="Note">What was done; null: nothing so far.</param>
public sealed record LookedAfter(DateOnly? On = null, string? Note = null);

/// <param name="Text">1 to 2 000 characters; it stays in the record.</param>
public sealed record Noted(string Text);

/// <summary>A meeting as an officer books it.</summary>
/// <param name="People">Addresses to invite; null: both sides' contacts.</param>
/// <param name="Point">Where the place is, in Hong Kong; null: not known.</param>
public sealed record Booking(
    DateTimeOffset At,
    string Place,
    MeetingKind Kind = MeetingKind.Meeting,
    int Minutes = 60,
    ImmutableArray<string>? People = null,
    string? Note = null,
    PointValue? Point = null
)
{
    internal Meeting Of(string id) => new(id, Kind, At, Minutes, Place, People ?? [], 0, Note, Point: Point);
}

/// <param name="Slots">
/// At most 40, each of at least 15 minutes within one day; they replace those offered before.
/// </param>
/// <param name="Side">The side for which an officer enters them; null: the caller's own.</param>
public sealed record OfferedSlots(ImmutableArray<TimeSlot> Slots, Side? Side = null);

/// <summary>An act as it would be made: the values are those of the act's own route.</summary>
/// <param name="Offer">Of <c>offer</c>; null: each side's own account is asked.</param>
/// <param name="Meeting">Of <c>meet</c> and <c>rebook</c>.</param>
/// <param name="MeetingId">Of <c>cancelMeeting</c>, and of <c>rebook</c> where a meeting changes.</param>
/// <param name="Conclusion">Of <c>conclude</c>.</param>
/// <param name="Officer">Of <c>assign</c>: the address.</param>
public sealed record PlannedBody(
    PlannedAct Act,
    Offer? Offer = null,
    Booking? Meeting = null,
    string? MeetingId = null,
    Conclusion? Conclusion = null,
    string? Officer = null
)
{
    internal Plan Plan => new(Act, Offer, Meeting?.Of(MeetingId ?? ""), MeetingId, Conclusion, Officer);
}
