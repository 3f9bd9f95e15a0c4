using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Accounts;

/// <summary>Somebody who may sign in: what for, and for which party. Its id is the e-mail address in lower case; credentials are kept apart.</summary>
[GenerateSerializer, Immutable]
public sealed record Account : Record
{
    /// <summary>The address itself. Read-only: what a caller sends is ignored.</summary>
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

    /// <summary>True for a sample account: it is let in only where the server runs with sample data.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }

    /// <summary>The one party that it belongs to, such as <c>enterprises/e1</c>; null: none.</summary>
    [JsonIgnore]
    public string? Party => Parties.Of(Enterprise, Firm, Owner);
}

/// <summary>How a party is written, and which role belongs to which.</summary>
public static class Parties
{
    public static string? Of(string? enterprise, string? firm, string? owner) =>
        enterprise is not null ? $"enterprises/{enterprise}"
        : firm is not null ? $"firms/{firm}"
        : owner is not null ? $"owners/{owner}"
        : null;

    /// <summary>The id after the slash, where the party is of that kind (<c>enterprises</c>, <c>firms</c> or <c>owners</c>); else null.</summary>
    public static string? IdOf(string? party, string kind) =>
        party is not null && party.StartsWith(kind + "/", StringComparison.Ordinal) ? party[(kind.Length + 1)..] : null;
}
