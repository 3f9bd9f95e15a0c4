using Matchmaker.Contracts.Records;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Accounts;

/// <summary>
/// Stores the answer to one <c>Idempotency-Key</c> of one account on one route, for 24 hours. Key: a hash of the three.
/// </summary>
[Alias("repeat")]
public interface IIdempotencyGrain : IGrainWithStringKey
{
    /// <summary>
    /// Null: the caller does the work, then stores the answer or releases the key. A repeat waits for the first.
    /// </summary>
    /// <param name="fingerprint">Of the body.</param>
    /// <exception cref="InvalidException">The key was used with another body.</exception>
    [Alias("begin"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task<StoredAnswer?> Begin(string fingerprint, CancellationToken cancellation = default);

    [Alias("keep"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task Store(string fingerprint, StoredAnswer answer);

    /// <summary>The work failed and may be tried again.</summary>
    [Alias("let-go"), AlwaysInterleave, ResponseTimeout(Patience.Once)]
    Task Release();
}

/// <summary>An answer as it was sent.</summary>
/// <param name="Body">Encrypted by the web host: it may hold data that only the caller may know.</param>
[GenerateSerializer, Immutable]
public sealed record StoredAnswer(
    int Status,
    string? ContentType,
    string? Language,
    string? Location,
    string? ETag,
    string Body
);
