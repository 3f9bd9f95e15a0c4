using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Programmes;

/// <summary>What a party's own record says of it as an applicant.</summary>
/// <param name="Industry">A code of the list <c>industry</c>; null: not told, or not one.</param>
public sealed record ApplicantParty(LocalText? Name, string? Industry)
{
    /// <exception cref="ArgumentException">It is no record of a party that may be an applicant.</exception>
    public static ApplicantParty Of(Record record) =>
        record switch
        {
            Enterprise enterprise => new(enterprise.Name, enterprise.Industry),
            Firm firm => new(firm.Name, StatedIn(firm)),
            _ => throw new ArgumentException("It is no party that may be an applicant.", nameof(record)),
        };

    private static string? StatedIn(Firm firm) =>
        firm.Values.GetValueOrDefault("industries") is TagsValue { Tags: var tags }
            ? StrategicIndustries.StatedIn([.. tags.Select(tag => tag.Code)])
            : null;
}

/// <summary>How whoever answers about a party as an applicant reads its record.</summary>
public static class ApplicantParties
{
    /// <summary>
    /// A party for a caller who may know of it as an applicant: one of its own people, or the office. That others see
    /// its listing tells them nothing of what it may get.
    /// </summary>
    /// <exception cref="NotFoundException">There is none, or the caller may not know of it as an applicant.</exception>
    public static async Task<ApplicantParty> PartyOfApplicant(
        this IGrainFactory grains,
        Caller caller,
        PartyId? applicant,
        CancellationToken cancellation = default
    ) =>
        applicant is { } party && Access.MaySee(caller, new(RecordKind.Applicant, party, false))
            ? party.Kind switch
            {
                // The party's own grain keeps a confidential project from who is not cleared, and notes the others.
                RecordKind.Enterprise => ApplicantParty.Of(await grains.Enterprise(party.Id).Get(caller, cancellation)),
                RecordKind.Firm => ApplicantParty.Of(await grains.Firm(party.Id).Get(caller, cancellation)),
                _ => throw new NotFoundException(),
            }
            : throw new NotFoundException();
}
