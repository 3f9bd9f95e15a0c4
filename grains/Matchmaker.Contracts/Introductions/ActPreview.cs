using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Contracts.Introductions;

/// <summary>What an officer's act on an introduction would do, before it is made.</summary>
/// <param name="Letters">In the order in which they are written; empty: nobody is written to.</param>
/// <param name="Views">The introduction after the act, as each side would read it.</param>
[GenerateSerializer, Immutable]
public sealed record ActPreview(ImmutableArray<LetterPreview> Letters, SideViews Views);

/// <summary>A letter as its reader would have it; in place of a link's token stands "…".</summary>
/// <param name="Side">The side that reads it; null: the office, or a guest of neither side.</param>
/// <param name="Language">
/// The one that its reader chose: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; null: none is known, and the letter is
/// in all three.
/// </param>
/// <param name="HasLink">Whether it carries a link to answer by.</param>
/// <param name="HasCalendar">Whether a calendar file is attached.</param>
[GenerateSerializer, Immutable]
public sealed record LetterPreview(
    Side? Side,
    string To,
    string Subject,
    string Text,
    string? Language,
    bool HasLink,
    bool HasCalendar
);

/// <summary>One introduction as each of its sides reads it.</summary>
/// <param name="Seeker">Null: the seeker does not know of it.</param>
/// <param name="Counterpart">Null: the counterpart does not know of it.</param>
[GenerateSerializer, Immutable]
public sealed record SideViews(Introduction? Seeker, Introduction? Counterpart)
{
    public static SideViews Of(Introduction introduction) =>
        new(Of(introduction, Side.Seeker), Of(introduction, Side.Counterpart));

    private static Introduction? Of(Introduction introduction, Side side) =>
        introduction.Knows(side) ? introduction.For(side) : null;
}

/// <summary>An officer's act with its values, or the reminder that comes next.</summary>
/// <param name="Offer">Of an offer; null: each side's own account is asked.</param>
/// <param name="Meeting">Of a meeting that is booked or changed.</param>
/// <param name="MeetingId">Of a meeting that is cancelled.</param>
/// <param name="Conclusion">Of a conclusion.</param>
/// <param name="Officer">The address of the officer to whom it is assigned.</param>
[GenerateSerializer, Immutable]
public sealed record Plan(
    PlannedAct Act,
    Offer? Offer = null,
    Meeting? Meeting = null,
    string? MeetingId = null,
    Conclusion? Conclusion = null,
    string? Officer = null
);

/// <summary>What may send letters.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlannedAct>))]
public enum PlannedAct
{
    [JsonStringEnumMemberName("offer")]
    Offer,

    [JsonStringEnumMemberName("restart")]
    Restart,

    [JsonStringEnumMemberName("introduce")]
    Introduce,

    /// <summary>The first meeting.</summary>
    [JsonStringEnumMemberName("meet")]
    Meet,

    /// <summary>Another meeting, or a change of one.</summary>
    [JsonStringEnumMemberName("rebook")]
    Rebook,

    [JsonStringEnumMemberName("cancelMeeting")]
    CancelMeeting,

    [JsonStringEnumMemberName("conclude")]
    Conclude,

    [JsonStringEnumMemberName("assign")]
    Assign,

    /// <summary>The clock's next reminder, or what happens at the last deadline.</summary>
    [JsonStringEnumMemberName("remind")]
    Remind,
}
