using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Accounts;

/// <summary>
/// A person who may sign in, with role and party. Its id is the e-mail address in lower case; credentials are kept
/// apart.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record Account : Record
{
    /// <summary>The address. Read-only: ignored in a request.</summary>
    public string Email => Id;

    [Id(0)]
    public required Role Role { get; init; }

    /// <summary>The id of the enterprise that it belongs to; null unless the role is enterprise.</summary>
    [Id(1)]
    public string? Enterprise { get; init; }

    /// <summary>The id of the firm that it belongs to; null unless the role is firm.</summary>
    [Id(2)]
    public string? Firm { get; init; }

    /// <summary>The id of the owner that it belongs to; null unless the role is owner.</summary>
    [Id(3)]
    public string? Owner { get; init; }

    /// <summary>True for a sample account, which may sign in only when the server runs with sample data.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }

    /// <summary>
    /// Who invited it, or set its party last: an address, <c>system</c>, or <c>provider</c>, the identity provider.
    /// Read-only: ignored in a request.
    /// </summary>
    [Id(5)]
    public string? InvitedBy { get; init; }

    /// <summary>
    /// Who confirmed that its mailbox belongs to the party, the earliest first; null: nobody. Read-only.
    /// </summary>
    [Id(6)]
    public ImmutableArray<Vouch>? Vouches { get; init; }

    /// <summary>That one of the party's people does not know it; null: nobody objected. Read-only.</summary>
    [Id(7)]
    public Objection? Objection { get; init; }

    /// <summary>What its owner is called; null: not stated. Read-only: its owner settles it.</summary>
    [Id(8)]
    public string? Name { get; init; }

    /// <summary>
    /// The language of its letters: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; null: all three. Read-only.
    /// </summary>
    [Id(9)]
    public string? Language { get; init; }

    /// <summary>Whether it takes no digests of new matches. Read-only.</summary>
    [Id(10), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoDigests { get; init; }

    /// <summary>Whether it takes no letters about changed programmes. Read-only.</summary>
    [Id(11), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoProgrammes { get; init; }

    /// <summary>The one party that it belongs to; null: none.</summary>
    [JsonIgnore]
    public PartyId? Party => PartyId.Of(Enterprise, Firm, Owner);
}
