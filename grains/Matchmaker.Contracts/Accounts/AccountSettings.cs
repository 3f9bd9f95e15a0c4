using System.Collections.Immutable;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Accounts;

/// <summary>What the owner of an account settles. Its version is the account's.</summary>
[GenerateSerializer, Immutable]
public sealed record AccountSettings : Record
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxName = 100;

    /// <summary>The languages in which letters, files and answers are written.</summary>
    public static readonly ImmutableArray<string> Languages = ["en", "zh-Hant", "zh-Hans"];

    /// <summary>As the party's people and the office see it, at most 100 characters; null: not stated.</summary>
    [Id(0)]
    public string? Name { get; init; }

    /// <summary>Of the letters: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; null: all three in each.</summary>
    [Id(1)]
    public string? Language { get; init; }

    /// <summary>Whether letters tell of new matches of the party's requirements.</summary>
    [Id(2)]
    public bool Digests { get; init; } = true;

    /// <summary>Whether letters tell of changed programmes.</summary>
    [Id(3)]
    public bool Programmes { get; init; } = true;

    public static AccountSettings Of(Account account) =>
        new()
        {
            Id = account.Id,
            Version = account.Version,
            Name = account.Name,
            Language = account.Language,
            Digests = !account.NoDigests,
            Programmes = !account.NoProgrammes,
        };
}
