using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Programmes;

/// <summary>
/// The id of a party as an applicant: an enterprise's own id as it is, a firm's with its collection, such as
/// <c>firms/f1</c>. No party's own id has a slash, so an enterprise and a firm of one id are two applicants.
/// </summary>
public static class ApplicantId
{
    /// <summary>The kinds of parties that may be applicants.</summary>
    public static ImmutableArray<string> Kinds { get; } = [RecordKind.Enterprise, RecordKind.Firm];

    public static string Of(PartyId party) => party.Kind == RecordKind.Enterprise ? party.Id : party.ToString();

    /// <summary>Null: the text names no party that may be an applicant.</summary>
    public static PartyId? Parse(string? text)
    {
        if (text is null)
            return null;
        var party = PartyId.Parse(text) ?? PartyId.Enterprise(text);
        return Kinds.Contains(party.Kind) && RecordIds.IsValid(party.Id) && Of(party) == text ? party : null;
    }
}
