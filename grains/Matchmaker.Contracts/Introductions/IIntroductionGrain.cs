using System.Text.Json.Serialization;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Introductions;

/// <summary>
/// One introduction: its only writer. Each verb returns what the caller sees of it afterwards, when the change is durable and the desk knows it.
/// All of them refuse alike: not found, forbidden (another role's verb, or a declared interest), another version, a state that does not
/// allow it (<see cref="ConflictException"/> with the states that are allowed), a value that breaks a rule. Key: its id.
/// </summary>
[Alias("introduction")]
public interface IIntroductionGrain : IGrainWithStringKey
{
    [Alias("get"), Repeatable]
    Task<Introduction> Get(Caller caller, CancellationToken cancellation = default);

    /// <summary>Asks for the introduction of a demand's owner and a match of it: by the owner's people, or an officer, who then takes it.</summary>
    /// <exception cref="ConflictException">The pair has an open introduction already.</exception>
    [Alias("suggest")]
    Task<Introduction> Suggest(Caller caller, string demand, string match, CancellationToken cancellation = default);

    /// <summary>Puts it to both sides; each gets a mail with a link.</summary>
    [Alias("offer")]
    Task<Introduction> Offer(Caller caller, long expected, Offer offer);

    /// <summary>A party's yes; the same once more changes nothing.</summary>
    [Alias("consent")]
    Task<Introduction> Consent(Caller caller, long expected, Person? contact);

    [Alias("withdraw")]
    Task<Introduction> Withdraw(Caller caller, long expected);

    [Alias("decline")]
    Task<Introduction> Decline(Caller caller, long expected, string? reason);

    /// <summary>Exchanges the details, once.</summary>
    [Alias("introduce")]
    Task<Introduction> Introduce(Caller caller, long expected);

    /// <summary>Books the first meeting.</summary>
    [Alias("meet")]
    Task<Introduction> Meet(Caller caller, long expected, Meeting meeting);

    /// <summary>Books another meeting while it is underway, or changes the one of that id: not a movement.</summary>
    [Alias("rebook")]
    Task<Introduction> Rebook(Caller caller, long expected, Meeting meeting);

    [Alias("conclude")]
    Task<Introduction> Conclude(Caller caller, long expected, Conclusion conclusion);

    /// <summary>Offers it again after it expired; old consents are void.</summary>
    [Alias("restart")]
    Task<Introduction> Restart(Caller caller, long expected);

    /// <summary>Gives it to an officer, in any state but the last ones.</summary>
    [Alias("assign")]
    Task<Introduction> Assign(Caller caller, long expected, string officer);

    /// <summary>Plans when the office looks after the company again; null: it was done and is planned no more.</summary>
    [Alias("look-after")]
    Task<Introduction> RecordAftercare(Caller caller, long expected, DateOnly? on, string? note);

    /// <summary>What a link's holder is asked, without spending the link.</summary>
    /// <exception cref="NotFoundException">No such link, or it is spent, ended or over.</exception>
    [Alias("look"), Repeatable]
    Task<Introduction> Look(string tokenHash);

    /// <summary>A party's answer by its mailed link, which is spent with it.</summary>
    /// <exception cref="NotFoundException">No such link, or it is spent, ended or over.</exception>
    [Alias("answer")]
    Task<Introduction> Answer(string tokenHash, ConsentAnswer answer, Person? contact, string? reason);

    /// <summary>Notes that the seeker asks for what an officer had suggested already, so that it knows of it.</summary>
    [Alias("join")]
    Task<Introduction> Join(Caller caller);

    /// <summary>What the clock demands of it by now: a reminder, once a stage, or its expiry. Without anything due it does nothing.</summary>
    [Alias("remind")]
    Task Remind(CancellationToken cancellation = default);
}

/// <summary>How an officer puts an introduction to both sides.</summary>
/// <param name="SeekerMailbox">Where the seeker is asked by mail; null: its first account, if it has one.</param>
/// <param name="CounterpartMailbox">Likewise.</param>
/// <param name="Override">Why a teaser that fits too few enterprises may pass; null: it may not.</param>
[GenerateSerializer, Immutable]
public sealed record Offer(string? SeekerMailbox = null, string? CounterpartMailbox = null, string? Override = null);

/// <param name="Reason">At most 2 000 characters; null: none.</param>
/// <param name="AftercareOn">When the office looks after the company next; null: in three months where the outcome was good, else never.</param>
[GenerateSerializer, Immutable]
public sealed record Conclusion(IntroductionOutcome Outcome, string? Reason = null, DateOnly? AftercareOn = null);

/// <summary>What a mailed link is used for.</summary>
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

/// <summary>The names under which each other party knows one party. Key: the party, such as <c>enterprises/e1</c>.</summary>
[Alias("aliases")]
public interface IAliasesGrain : IGrainWithStringKey
{
    /// <summary>The alias under which that counterpart knows this party: always the same, and no other counterpart's.</summary>
    [Alias("for"), Repeatable]
    Task<LocalText> For(string counterpart);
}
