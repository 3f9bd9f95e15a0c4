using System.Collections.Immutable;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Accounts;

/// <summary>
/// The keys of all web hosts, so that cookies, tokens and cursors hold on each of them and outlive a restart. Key: 0.
/// </summary>
[Alias("key-ring")]
public interface IKeyRingGrain : IGrainWithIntegerKey
{
    /// <summary>Every key as its XML.</summary>
    [Alias("keys"), Repeatable]
    Task<ImmutableArray<string>> Keys();

    /// <summary>Stores a key under its name, in place of an earlier one.</summary>
    [Alias("keep"), ResponseTimeout(Patience.Once)]
    Task Store(string name, string xml);

    /// <summary>32 random bytes, made at the first call and constant from then on.</summary>
    [Alias("secret"), Repeatable]
    Task<ImmutableArray<byte>> Secret(string name);

    /// <summary>Returns when the database can be written and its pages are whole.</summary>
    /// <exception cref="StoreException">It cannot, or they are not.</exception>
    [Alias("reach-store"), Repeatable]
    Task ReachStore(CancellationToken cancellation = default);
}
