using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Questions;

/// <summary>
/// Asks owners about facts that went stale, of each record, attribute and day of verification once, and about facts
/// that nobody states and that would settle somebody's matches. An answer is the fact, a new day on it, or a dismissal.
/// Key: 0; holds no state.
/// </summary>
[Alias("questions")]
public interface IQuestionsGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The open questions to the caller's party: first what somebody asked it to state, then what is stale, the longest
    /// first; at most 200. Empty without a party.
    /// </summary>
    [Alias("list"), Repeatable]
    Task<ImmutableArray<Question>> List(Caller caller, CancellationToken cancellation = default);

    /// <summary>Never asks this again for that day of verification. An unknown question is ignored.</summary>
    /// <exception cref="NotFoundException">The record is not one of the caller's.</exception>
    [Alias("dismiss"), ResponseTimeout(Patience.Once)]
    Task Dismiss(Caller caller, Question question, CancellationToken cancellation = default);

    /// <summary>
    /// The ten questions whose answers would settle the most of a sites demand's possible matches.
    /// </summary>
    /// <exception cref="NotFoundException">No such demand that the caller may see.</exception>
    /// <exception cref="InvalidException">The demand is on another board.</exception>
    [Alias("list-of-demand"), Repeatable]
    Task<ImmutableArray<DemandQuestion>> ListOf(Caller caller, string demand, CancellationToken cancellation = default);

    /// <summary>
    /// Asks a building's owner to state a fact, in its account and by mail, without telling who asks or for what.
    /// </summary>
    /// <param name="record">The building's id.</param>
    /// <exception cref="NotFoundException">
    /// No such demand that the caller may see, or its possible matches do not lack that fact of that building.
    /// </exception>
    /// <exception cref="ConflictException">It has no owner, or its owner was asked this within 30 days.</exception>
    /// <exception cref="InvalidException">The demand is on another board.</exception>
    [Alias("ask"), ResponseTimeout(Patience.Once)]
    Task<Question> Ask(
        Caller caller,
        string record,
        string attribute,
        string demand,
        CancellationToken cancellation = default
    );
}

/// <param name="Kind">Of the record, such as <c>firm</c>.</param>
/// <param name="VerifiedOn">When somebody last made sure of it; null: never, or the fact is not stated.</param>
/// <param name="AskedAt">When it was first asked; null in a dismissal.</param>
[GenerateSerializer, Immutable]
public sealed record Question(string Kind, string Id, string Attribute, DateOnly? VerifiedOn, DateTimeOffset? AskedAt);

/// <summary>A question to a building's owner, and what its answer would do for one demand's list.</summary>
/// <param name="Record">The building's id.</param>
/// <param name="Attribute">An attribute of the board sites that neither the building nor the spaces state.</param>
/// <param name="Decides">How many possible matches the answer decides: nothing else is missing of their musts.</param>
/// <param name="Touches">How many possible matches have a must that lacks it, perhaps among others.</param>
/// <param name="Askable">Whether the building has an owner who was not asked this within 30 days.</param>
[GenerateSerializer, Immutable]
public sealed record DemandQuestion(string Record, string Attribute, int Decides, int Touches, bool Askable);
