using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Questions;

/// <summary>
/// Asks owners about facts that went stale: of each record, attribute and day of verification once. An answer is a new
/// day on the fact, or a dismissal. Key: 0; holds no state.
/// </summary>
[Alias("questions")]
public interface IQuestionsGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The open questions to the caller's party, the longest stale first; at most 200. Empty without a party.
    /// </summary>
    [Alias("list"), Repeatable]
    Task<ImmutableArray<Question>> List(Caller caller, CancellationToken cancellation = default);

    /// <summary>Never asks this again for that day of verification. An unknown question is ignored.</summary>
    /// <exception cref="NotFoundException">The record is not one of the caller's.</exception>
    [Alias("dismiss"), ResponseTimeout(Patience.Once)]
    Task Dismiss(Caller caller, Question question, CancellationToken cancellation = default);
}

/// <param name="Kind">Of the record, such as <c>firm</c>.</param>
/// <param name="VerifiedOn">When somebody last made sure of it; null: never.</param>
/// <param name="AskedAt">When it was first asked; null in a dismissal.</param>
[GenerateSerializer, Immutable]
public sealed record Question(string Kind, string Id, string Attribute, DateOnly? VerifiedOn, DateTimeOffset? AskedAt);
