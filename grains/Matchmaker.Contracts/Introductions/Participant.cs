using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Introductions;

/// <summary>One side of an introduction.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Participant
{
    /// <summary>
    /// Such as <c>firms/f1</c>, or <c>centres/c1</c>, which has no accounts; null to the other side until released (or
    /// public).
    /// </summary>
    public string? Party { get; init; }

    /// <summary>Null to the other side until released (or public).</summary>
    public LocalText? Name { get; init; }

    /// <summary>The name under which the other side, and nobody else, knows it.</summary>
    public required LocalText Alias { get; init; }

    /// <summary>Its anonymous description for the other side; null until the offer.</summary>
    public Teaser? Teaser { get; init; }

    /// <summary>Its yes; null: not given, or hidden from the reader.</summary>
    public Consent? Consent { get; init; }

    /// <summary>The address that is asked by mail; officers and its own people only; null: none.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The officer who typed <see cref="Mailbox"/>; null: it is one of the party's accounts.</summary>
    public string? MailboxBy { get; init; }

    /// <summary>Who confirmed that a typed <see cref="Mailbox"/> is the party's; null: nobody.</summary>
    public ImmutableArray<Vouch>? MailboxVouches { get; init; }

    /// <summary>When its people can meet; officers and its own people only; null: they have not said.</summary>
    public OfferedTimes? Times { get; init; }

    /// <summary>When its people were asked for times last; likewise; null: never.</summary>
    public AskedTimes? TimesAsked { get; init; }

    /// <summary>The details that the other side received; null until the exchange.</summary>
    public Details? Details { get; init; }

    /// <summary>The other side's view of this side.</summary>
    /// <param name="named">Whether the other side may know its name.</param>
    /// <param name="released">Whether the details were exchanged.</param>
    internal Participant AsOther(bool named, bool released) =>
        new()
        {
            Alias = Alias,
            Teaser = Teaser,
            Party = named ? Party : null,
            Name = named ? Name : null,
            Details = released ? Details : null,
        };
}

/// <summary>An anonymous description of a side: nothing in it identifies the side.</summary>
/// <param name="Industry">A code of the list <c>industry</c>; null: not told.</param>
/// <param name="Size">The enterprise's size band; null: not told.</param>
/// <param name="Needs">A seeker's criteria; else null.</param>
/// <param name="Offers">The values of a counterpart's profile, without its place; else null.</param>
[GenerateSerializer, Immutable]
public sealed record Teaser(
    string? Industry = null,
    SizeBand? Size = null,
    ImmutableArray<Criterion>? Needs = null,
    ImmutableSortedDictionary<string, Value>? Offers = null
);

/// <summary>A party's yes. Only the party itself gives it.</summary>
/// <param name="By">The account, or the mailbox to which the link went.</param>
/// <param name="Contact">The person for the other side to write to; null: its accounts.</param>
/// <param name="VouchedBy">
/// Whose word makes it count: an address, or <see cref="VouchRules.Sample"/>; null: it does not count yet.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Consent(
    DateTimeOffset At,
    string By,
    ConsentWay Through,
    Person? Contact = null,
    string? VouchedBy = null
)
{
    /// <summary>Whether somebody vouched for the mailbox that gave it.</summary>
    [JsonIgnore]
    public bool Counts => VouchedBy is not null;
}

/// <summary>How a party answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentWay>))]
public enum ConsentWay
{
    [JsonStringEnumMemberName("account")]
    Account,

    [JsonStringEnumMemberName("mail")]
    Mail,
}

/// <summary>Somebody to write to; each field may be left out, at most 200 characters each.</summary>
[GenerateSerializer, Immutable]
public sealed record Person(string? Name = null, string? Email = null, string? Phone = null);

/// <summary>The details that one side gives the other.</summary>
/// <param name="Address">Null: none is known.</param>
[GenerateSerializer, Immutable]
public sealed record Details(LocalText? Name, LocalText? Address, ImmutableArray<Person> People);

/// <summary>A meeting, site visit or trial.</summary>
/// <param name="Id">Given by the system.</param>
/// <param name="At">When it starts.</param>
/// <param name="Minutes">15 to 720.</param>
/// <param name="Place">1 to 500 characters.</param>
/// <param name="People">The addresses that are invited.</param>
/// <param name="Revision">Counts its changes from 0, so that calendars replace it.</param>
/// <param name="Note">At most 2 000 characters; null: none.</param>
/// <param name="Cancelled">Whether it will not take place.</param>
/// <param name="Point">Where the place is, in Hong Kong; null: not known.</param>
[GenerateSerializer, Immutable]
public sealed record Meeting(
    string Id,
    MeetingKind Kind,
    DateTimeOffset At,
    int Minutes,
    string Place,
    ImmutableArray<string> People,
    int Revision = 0,
    string? Note = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Cancelled = false,
    PointValue? Point = null
)
{
    /// <summary>Whether it is still to come: not cancelled, and not begun.</summary>
    public bool IsAhead(DateTimeOffset now) => !Cancelled && At > now;
}

/// <summary>The kinds of meeting.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeetingKind>))]
public enum MeetingKind
{
    [JsonStringEnumMemberName("meeting")]
    Meeting,

    [JsonStringEnumMemberName("siteVisit")]
    SiteVisit,

    [JsonStringEnumMemberName("trial")]
    Trial,
}

/// <summary>One visit or call of the office after the conclusion.</summary>
/// <param name="By">The officer's address.</param>
[GenerateSerializer, Immutable]
public sealed record Aftercare(DateTimeOffset At, string By, string Note);

/// <summary>A note on an introduction, for the office alone.</summary>
/// <param name="By">The address of its author.</param>
/// <param name="Text">1 to 2 000 characters.</param>
[GenerateSerializer, Immutable]
public sealed record OfficeNote(DateTimeOffset At, string By, string Text);

/// <summary>The state of an introduction that stays inside the system.</summary>
/// <param name="SeekerVersion">
/// Counts the changes of the seeker's view, so that it reveals nothing else; its ETag.
/// </param>
/// <param name="CounterpartVersion">Likewise.</param>
/// <param name="Stage">The number of reminders sent since it last moved.</param>
/// <param name="MatchIsPublic">Whether the matched profile is public.</param>
/// <param name="CounterpartIsPublic">Whether the counterpart's own name is.</param>
/// <param name="SeekerLink">The one link by which the seeker may answer; null: none.</param>
/// <param name="CounterpartLink">Likewise.</param>
/// <param name="MovedBy">The side that moved it last; null: an officer or the clock did.</param>
/// <param name="Brokers">The officers who have brokered it so far; null: nobody.</param>
/// <param name="Invited">
/// The addresses that hold an invitation to each meeting, by its id; null: no letter about a meeting has gone out.
/// </param>
/// <param name="Industry">
/// The enterprise's industry when it was suggested, for the figures; null: no side is an enterprise, or it was not
/// known.
/// </param>
/// <param name="District">The matched profile's district when it was suggested, likewise; null: not known.</param>
[GenerateSerializer, Immutable]
public sealed record InternalState(
    long SeekerVersion = 0,
    long CounterpartVersion = 0,
    int Stage = 0,
    bool MatchIsPublic = false,
    bool CounterpartIsPublic = false,
    ConsentLink? SeekerLink = null,
    ConsentLink? CounterpartLink = null,
    Side? MovedBy = null,
    ImmutableArray<string>? Brokers = null,
    ImmutableSortedDictionary<string, ImmutableArray<string>>? Invited = null,
    string? Industry = null,
    string? District = null
);

/// <summary>A link by which a party answers from its mailbox: single use.</summary>
/// <param name="TokenHash">SHA-256 of the token, hexadecimal; the token itself is in the mail alone.</param>
[GenerateSerializer, Immutable]
public sealed record ConsentLink(string TokenHash, string Mailbox, DateTimeOffset ExpiresAt);
