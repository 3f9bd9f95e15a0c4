using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Introductions;

/// <summary>
/// The only writer of one introduction. Each verb returns the caller's new view when the change is durable and on the
/// desk. All of them refuse alike: not found, forbidden (another role's verb, or a declared interest), another version,
/// a state that does not allow it (<see cref="ConflictException"/> with the states that are allowed), a value that
/// breaks a rule. Key: its id.
/// </summary>
[Alias("introduction")]
public interface IIntroductionGrain : IGrainWithStringKey
{
    [Alias("get"), Repeatable]
    Task<Introduction> Get(Caller caller, CancellationToken cancellation = default);

    /// <summary>
    /// The introduction as it is now, for a caller who acted on an older version; who changed it, for the office alone.
    /// </summary>
    /// <exception cref="NotFoundException">There is none, or the caller may not know of it.</exception>
    [Alias("latest"), Repeatable]
    Task<LatestChange> Latest(Caller caller);

    /// <summary>What happened so far, with the letters, and what each side knows now.</summary>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    [Alias("story"), Repeatable]
    Task<IntroductionStory> Story(Caller caller, CancellationToken cancellation = default);

    /// <summary>
    /// Suggests to introduce a demand's owner and the party of a match. An officer who suggests it also takes it.
    /// </summary>
    /// <exception cref="ConflictException">The pair has an open introduction already.</exception>
    [Alias("suggest"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Suggest(Caller caller, string demand, string match, CancellationToken cancellation = default);

    /// <summary>Puts it to both sides; each gets a mail with a link.</summary>
    [Alias("offer"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Offer(Caller caller, long expected, Offer offer);

    /// <summary>A party's yes; a repeated yes changes nothing.</summary>
    [Alias("consent"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Consent(Caller caller, long expected, Person? contact);

    [Alias("withdraw"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Withdraw(Caller caller, long expected);

    [Alias("decline"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Decline(Caller caller, long expected, string? reason);

    /// <summary>Exchanges the details, once.</summary>
    [Alias("introduce"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Introduce(Caller caller, long expected);

    /// <summary>
    /// Adds a note that only the office reads; the state stays. It needs no version: two notes never contradict.
    /// </summary>
    /// <param name="text">1 to 2 000 characters.</param>
    [Alias("addNote"), ResponseTimeout(Patience.Once)]
    Task<Introduction> AddNote(Caller caller, string text);

    /// <summary>Books the first meeting.</summary>
    [Alias("meet"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Meet(Caller caller, long expected, Meeting meeting);

    /// <summary>Books another meeting while the introduction is underway, or changes one; the state stays.</summary>
    [Alias("rebook"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Rebook(Caller caller, long expected, Meeting meeting);

    /// <summary>Cancels a meeting that is still to come, for everybody who was invited.</summary>
    /// <exception cref="NotFoundException">There is no such meeting.</exception>
    /// <exception cref="InvalidException">It has begun.</exception>
    [Alias("cancelMeeting"), ResponseTimeout(Patience.Once)]
    Task<Introduction> CancelMeeting(Caller caller, long expected, string meeting);

    /// <summary>
    /// Records when a side's people can meet, in place of what they said before, while a meeting can be booked.
    /// </summary>
    /// <param name="side">The side for which an officer enters it; null: the caller's own.</param>
    /// <param name="slots">At most 40, each of at least 15 minutes within one day; empty: none.</param>
    [Alias("offerTimes"), ResponseTimeout(Patience.Once)]
    Task<Introduction> OfferTimes(Caller caller, long expected, Side? side, ImmutableArray<TimeSlot> slots);

    /// <summary>
    /// An officer's act on whatever version there is, checked and decided as the act itself, for a commit that holds
    /// the acts of several introductions or none. The commit fails where the introduction has changed.
    /// </summary>
    [Alias("prepare"), Repeatable]
    Task<PreparedAct> Prepare(Caller caller, Plan plan);

    /// <summary>As <see cref="Prepare"/>: asks sides for the times at which they can meet on a day.</summary>
    [Alias("prepareAsking"), Repeatable]
    Task<PreparedAct> PrepareAsking(Caller caller, ImmutableArray<Side> sides, DateOnly day);

    [Alias("conclude"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Conclude(Caller caller, long expected, Conclusion conclusion);

    /// <summary>Offers it again after it expired; old consents are void.</summary>
    [Alias("restart"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Restart(Caller caller, long expected);

    /// <summary>Assigns an open introduction to an officer.</summary>
    [Alias("assign"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Assign(Caller caller, long expected, string officer);

    /// <summary>
    /// The letters that an officer's act would send and what each side would read after it. Checked as the act itself;
    /// nothing is written or sent.
    /// </summary>
    /// <exception cref="InvalidException">A value breaks a rule, or the act lacks one.</exception>
    [Alias("preview"), Repeatable]
    Task<ActPreview> Preview(Caller caller, long expected, Plan plan);

    /// <summary>Records aftercare and plans the next.</summary>
    /// <param name="on">The day of the next aftercare; null: none is planned.</param>
    [Alias("look-after"), ResponseTimeout(Patience.Once)]
    Task<Introduction> RecordAftercare(Caller caller, long expected, DateOnly? on, string? note);

    /// <summary>The introduction as the holder of a link sees it. The link stays valid.</summary>
    /// <param name="signedIn">The account that is signed in where the link is opened; null: nobody.</param>
    /// <exception cref="NotFoundException">The link is unknown, used, replaced or expired.</exception>
    /// <exception cref="ConflictException">Somebody else than the link's mailbox is signed in.</exception>
    [Alias("look"), Repeatable]
    Task<Introduction> Look(string tokenHash, string? signedIn);

    /// <summary>A party's answer by its mailed link, which works once.</summary>
    /// <param name="signedIn">The account that is signed in where the link is opened; null: nobody.</param>
    /// <exception cref="NotFoundException">The link is unknown, used, replaced or expired.</exception>
    /// <exception cref="ConflictException">Somebody else than the link's mailbox is signed in.</exception>
    [Alias("answer"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Answer(
        string tokenHash,
        string? signedIn,
        ConsentAnswer answer,
        Person? contact,
        string? reason
    );

    /// <summary>
    /// The caller vouches for the mailbox that answers, or will answer, for a side: an account of its party, or the
    /// mailbox that an officer typed. A consent that waits for it counts from now on.
    /// </summary>
    /// <exception cref="ForbiddenException">
    /// The caller typed the mailbox or invited the account, brokers the introduction, or is not vouched for.
    /// </exception>
    [Alias("vouch"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Vouch(Caller caller, long expected, Side side);

    /// <summary>Counts the consents by what is said of their mailboxes now.</summary>
    [Alias("recount"), AlwaysInterleave, Repeatable]
    Task RecountConsents();

    /// <summary>
    /// Records that the seeker asks for an introduction that an officer had suggested; the seeker knows of it now.
    /// </summary>
    [Alias("join"), ResponseTimeout(Patience.Once)]
    Task<Introduction> Join(Caller caller);

    /// <summary>Sends the reminder of a stage that is due, once, or lets the introduction expire.</summary>
    [Alias("remind"), ResponseTimeout(Patience.Once)]
    Task Remind(CancellationToken cancellation = default);
}

/// <summary>A record after somebody's change.</summary>
/// <param name="By">Who changed it last: an address, or <c>system</c>; null to the sides.</param>
/// <param name="At">When it changed; to the sides, when it last moved.</param>
[GenerateSerializer, Immutable]
public sealed record LatestChange(Introduction Record, string? By, DateTimeOffset At);

/// <summary>How an officer puts an introduction to both sides.</summary>
/// <param name="SeekerMailbox">Where the seeker is asked by mail; null: its first account, if it has one.</param>
/// <param name="CounterpartMailbox">Likewise.</param>
/// <param name="Override">Why a teaser that fits too few enterprises may pass; null: it may not.</param>
[GenerateSerializer, Immutable]
public sealed record Offer(string? SeekerMailbox = null, string? CounterpartMailbox = null, string? Override = null);

/// <param name="Reason">At most 2 000 characters; null: none.</param>
/// <param name="AftercareOn">
/// The day of the next aftercare; null: in three months after a good outcome, else never.
/// </param>
/// <param name="Jobs">
/// The people who will work there, 0 to 100 000; only with the outcome landed; null: not known.
/// </param>
/// <param name="FloorArea">m² that were taken, 0 to 1 000 000, in tenths; likewise.</param>
/// <param name="Investment">Whole HKD, 0 to 100 000 000 000; likewise.</param>
[GenerateSerializer, Immutable]
public sealed record Conclusion(
    IntroductionOutcome Outcome,
    string? Reason = null,
    DateOnly? AftercareOn = null,
    int? Jobs = null,
    decimal? FloorArea = null,
    decimal? Investment = null
);

/// <summary>The answer that a party gives by a mailed link.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentAnswer>))]
public enum ConsentAnswer
{
    [JsonStringEnumMemberName("yes")]
    Yes,

    [JsonStringEnumMemberName("no")]
    No,

    /// <summary>Takes an earlier yes back.</summary>
    [JsonStringEnumMemberName("withdraw")]
    Withdraw,
}

/// <summary>
/// The names under which each other party knows one party. Key: the party, such as <c>enterprises/e1</c>.
/// </summary>
[Alias("aliases")]
public interface IAliasesGrain : IGrainWithStringKey
{
    /// <summary>
    /// The alias under which that counterpart knows this party: always the same, and no other counterpart's.
    /// </summary>
    [Alias("for"), Repeatable]
    Task<LocalText> For(PartyId counterpart);
}
