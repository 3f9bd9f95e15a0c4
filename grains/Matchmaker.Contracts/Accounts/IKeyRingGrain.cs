using System.Collections.Immutable;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Accounts;

/// <summary>The keys of all web hosts, so that cookies, tokens and cursors hold on each of them and outlive a restart. Key: 0.</summary>
[Alias("key-ring")]
public interface IKeyRingGrain : IGrainWithIntegerKey
{
    /// <summary>Every key as its XML.</summary>
    [Alias("keys"), Repeatable]
    Task<ImmutableArray<string>> Keys();

    /// <summary>Keeps a key; one of the same name is replaced.</summary>
    [Alias("keep")]
    Task Store(string name, string xml);

    /// <summary>32 random bytes that stay the same for ever, made when first asked for.</summary>
    [Alias("secret"), Repeatable]
    Task<ImmutableArray<byte>> Secret(string name);

    /// <summary>Returns when the database has answered.</summary>
    /// <exception cref="StoreException">It does not.</exception>
    [Alias("reach-store"), Repeatable]
    Task ReachStore(CancellationToken cancellation = default);
}
