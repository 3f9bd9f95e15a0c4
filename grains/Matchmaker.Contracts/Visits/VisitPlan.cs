using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Visits;

/// <summary>
/// The best order of a visit's stops, by the introductions as they are now. Walking times are our own assumption: the
/// straight line, made longer, at walking speed.
/// </summary>
/// <param name="Version">The visit's.</param>
/// <param name="Stops">
/// Those with a time first, in the order in which they are visited; then those that have none, as they are given.
/// </param>
/// <param name="Walked">Minutes on foot in all.</param>
/// <param name="WalkToEnd">Minutes on foot from the last stop to the end; 0 where the visit has none.</param>
/// <param name="Ends">When it ends; null: no stop has a time.</param>
/// <param name="Fits">Whether every stop has a time, so that it can be booked.</param>
/// <param name="IsBooked">Whether the meetings that were booked are those of this plan.</param>
/// <param name="ClientTimes">When the client's people can meet on that day.</param>
[GenerateSerializer, Immutable]
public sealed record VisitPlan(
    long Version,
    ImmutableArray<PlannedStop> Stops,
    int Walked,
    int WalkToEnd,
    DateTimeOffset? Ends,
    bool Fits,
    bool IsBooked,
    ImmutableArray<TimeSlot> ClientTimes
);

/// <summary>One stop of a plan.</summary>
/// <param name="Introduction">Its id.</param>
/// <param name="Version">The introduction's.</param>
/// <param name="Name">The counterpart's; null: unknown.</param>
/// <param name="About">What was matched; null: it is gone.</param>
/// <param name="Place">Null: none is known, and an officer enters one.</param>
/// <param name="Point">Likewise.</param>
/// <param name="At">When the meeting begins; null: it has no time, and <paramref name="Problem"/> says why.</param>
/// <param name="Walk">Minutes on foot from the stop before it, or from the start; 0 without either.</param>
/// <param name="Times">When the counterpart's people can meet; null: they have not said.</param>
/// <param name="ClientTimes">When the client's people can meet, as they said in this introduction; likewise.</param>
/// <param name="People">Whom the meeting invites.</param>
/// <param name="Booked">The meeting that was booked for it and is to come; null: none.</param>
/// <param name="Booking">
/// What a booking does to its introduction; null: nothing, since it has no time or its meeting is as planned.
/// </param>
[GenerateSerializer, Immutable]
public sealed record PlannedStop(
    string Introduction,
    long Version,
    LocalText? Name,
    LocalText? About,
    LocalText? Place,
    PointValue? Point,
    int Minutes,
    DateTimeOffset? At,
    int Walk,
    VisitProblem? Problem,
    OfferedTimes? Times,
    OfferedTimes? ClientTimes,
    ImmutableArray<Person> People,
    Meeting? Booked,
    Plan? Booking
);

/// <summary>Why a stop has no time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitProblem>))]
public enum VisitProblem
{
    [JsonStringEnumMemberName("notBookable")]
    NotBookable,

    /// <summary>The introduction has a meeting on that day that is none of this visit's.</summary>
    [JsonStringEnumMemberName("otherMeeting")]
    OtherMeeting,

    [JsonStringEnumMemberName("noPlace")]
    NoPlace,

    [JsonStringEnumMemberName("noSeekerTimes")]
    NoSeekerTimes,

    [JsonStringEnumMemberName("noCounterpartTimes")]
    NoCounterpartTimes,

    /// <summary>What both sides offered leaves no room for it, even alone.</summary>
    [JsonStringEnumMemberName("noCommonTime")]
    NoCommonTime,

    /// <summary>It belongs to the smallest set of stops without which the others fit.</summary>
    [JsonStringEnumMemberName("doesNotFit")]
    DoesNotFit,
}

/// <summary>A time of a plan as an officer saw it.</summary>
/// <param name="Introduction">The stop's.</param>
[GenerateSerializer, Immutable]
public sealed record SeenTime(string Introduction, DateTimeOffset At);
