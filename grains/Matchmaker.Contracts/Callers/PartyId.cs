namespace Matchmaker.Contracts.Callers;

/// <summary>
/// The id of a party. Its text is <c>collection/id</c>, such as <c>firms/f1</c>, in JSON and in the store.
/// </summary>
/// <param name="Kind">The code of a kind that <see cref="Contracts.Kind.IsParty"/>.</param>
/// <param name="Id">The id of the party's record.</param>
[GenerateSerializer, Immutable]
public readonly record struct PartyId(string Kind, string Id)
{
    public static PartyId Enterprise(string id) => new(RecordKind.Enterprise, id);

    public static PartyId Firm(string id) => new(RecordKind.Firm, id);

    public static PartyId Owner(string id) => new(RecordKind.Owner, id);

    /// <summary>The one party that an account names; null: it names none.</summary>
    public static PartyId? Of(string? enterprise, string? firm, string? owner) =>
        enterprise is not null ? Enterprise(enterprise)
        : firm is not null ? Firm(firm)
        : owner is not null ? Owner(owner)
        : null;

    /// <summary>Null: the text names no party.</summary>
    public static PartyId? Parse(string? text) =>
        text?.Split('/', 2) is [var collection, var id] && KindTable.PartyIn(collection) is { } kind
            ? new(kind.Code, id)
            : null;

    /// <summary>The id of a party of that kind; null: the text names no such party.</summary>
    public static string? IdOf(string? text, string kind) => IdOf(Parse(text), kind);

    /// <summary>The party's id where it is of that kind; else null.</summary>
    public static string? IdOf(PartyId? party, string kind) =>
        party is { } known && known.Kind == kind ? known.Id : null;

    /// <summary>
    /// The role of the accounts whose party it is; a demand without an owner counts as an enterprise's.
    /// </summary>
    public static Role RoleOf(PartyId? party) => party?.Kind == RecordKind.Firm ? Role.Firm : Role.Enterprise;

    public override string ToString() => $"{KindTable.Of(Kind).Collection}/{Id}";
}
