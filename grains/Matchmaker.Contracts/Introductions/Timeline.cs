using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Contracts.Introductions;

/// <summary>One introduction from its first day, for the office.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="Views">As each side reads it now.</param>
[GenerateSerializer, Immutable]
public sealed record IntroductionStory(ImmutableArray<TimelineEntry> Entries, SideViews Views);

/// <summary>One thing that happened to an introduction.</summary>
/// <param name="By">Who did it: an address, or <c>system</c>; null: a letter.</param>
/// <param name="Side">The side whose answer or mailbox it is about, or which asked; null: neither.</param>
/// <param name="State">The state into which it moved, or in which it began; null: it did not move.</param>
/// <param name="Through">How a side said yes; else null.</param>
/// <param name="Text">
/// A note, what was done in aftercare, the reason of an end, the officer to whom it was assigned, or why a letter came
/// back; null: nothing of the kind.
/// </param>
/// <param name="Outcome">With its end; else null.</param>
/// <param name="Meeting">As it was booked, changed or cancelled then; else null.</param>
/// <param name="Letter">As it reads, without its link; else null.</param>
[GenerateSerializer, Immutable]
public sealed record TimelineEntry(
    DateTimeOffset At,
    TimelineKind Kind,
    string? By = null,
    Side? Side = null,
    IntroductionState? State = null,
    ConsentWay? Through = null,
    string? Text = null,
    IntroductionOutcome? Outcome = null,
    Meeting? Meeting = null,
    TimelineLetter? Letter = null
);

/// <summary>A letter as the office reads it, without its link.</summary>
/// <param name="SentAt">When a server took it; null: not yet.</param>
/// <param name="Failure">Why it will never be sent; null: it may be.</param>
[GenerateSerializer, Immutable]
public sealed record TimelineLetter(
    string Id,
    string To,
    string Subject,
    string Text,
    DateTimeOffset? SentAt,
    string? Failure
);

/// <summary>What moved on the desk since the start of the working day before today, in Hong Kong.</summary>
/// <param name="Since">That instant.</param>
/// <param name="Introductions">Those of which something happened, by id.</param>
/// <param name="Leads">The new matches that nobody has taken, by demand.</param>
[GenerateSerializer, Immutable]
public sealed record RecentChanges(
    DateTimeOffset Since,
    ImmutableArray<RecentIntroduction> Introductions,
    ImmutableArray<RecentLeads> Leads
);

/// <param name="Introduction">Its id.</param>
/// <param name="Entries">Oldest first.</param>
[GenerateSerializer, Immutable]
public sealed record RecentIntroduction(string Introduction, ImmutableArray<TimelineEntry> Entries);

/// <param name="Demand">Its id.</param>
/// <param name="Count">How many of its new matches appeared since then.</param>
[GenerateSerializer, Immutable]
public sealed record RecentLeads(string Demand, int Count);

/// <summary>What can happen to an introduction.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelineKind>))]
public enum TimelineKind
{
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>The seeker asked for what an officer had suggested.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,

    [JsonStringEnumMemberName("consented")]
    Consented,

    /// <summary>A yes counts from now on.</summary>
    [JsonStringEnumMemberName("counted")]
    Counted,

    /// <summary>A yes waits again for somebody's word.</summary>
    [JsonStringEnumMemberName("doubted")]
    Doubted,

    [JsonStringEnumMemberName("withdrew")]
    Withdrew,

    /// <summary>Somebody vouched for a mailbox that an officer had typed.</summary>
    [JsonStringEnumMemberName("vouched")]
    Vouched,

    [JsonStringEnumMemberName("moved")]
    Moved,

    [JsonStringEnumMemberName("assigned")]
    Assigned,

    [JsonStringEnumMemberName("reminded")]
    Reminded,

    [JsonStringEnumMemberName("booked")]
    Booked,

    [JsonStringEnumMemberName("rebooked")]
    Rebooked,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>A side was asked when its people can meet.</summary>
    [JsonStringEnumMemberName("timesAsked")]
    TimesAsked,

    /// <summary>A side's people said when they can meet, or took that back.</summary>
    [JsonStringEnumMemberName("timesOffered")]
    TimesOffered,

    [JsonStringEnumMemberName("noted")]
    Noted,

    [JsonStringEnumMemberName("caredFor")]
    CaredFor,

    [JsonStringEnumMemberName("written")]
    Written,

    /// <summary>A letter will never reach its reader.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,
}
