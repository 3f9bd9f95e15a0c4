using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Grains.Enquiries;

/// <summary>A question in the office's queue.</summary>
internal sealed class EnquiryGrain(Database database, Vocabulary vocabulary)
    : PartyOwnedGrain<Enquiry>(RecordKind.Enquiry, database, RecordKind.Enterprise, RecordKind.Firm),
        IEnquiryGrain
{
    protected override async ValueTask<Stored<Enquiry>> Decide(
        Caller caller,
        Enquiry body,
        Stored<Enquiry>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        var owner = body.Owner ?? before?.Record.Owner ?? caller.Party?.ToString();
        var visibility = await ResolveOwnership(caller, owner, before is null, chosen, broken);
        var taxonomies = await vocabulary.For(body.Board, body.Criteria.IsDefault ? [] : body.Criteria);
        var enquiry = EnquiryRules.Check(body with { Owner = owner }, before?.Record, caller, taxonomies, broken);
        broken.Throw();
        return new(enquiry, visibility!);
    }

    protected override RecordWrite Write(Caller caller, Stored<Enquiry>? before, Stored<Enquiry>? next) =>
        WritePreconditions.Write(
            caller,
            RecordKind.Enquiry,
            Key,
            before,
            next,
            WritePreconditions.SearchText([Key, (next ?? before)!.Record.Text]),
            null
        );
}

/// <summary>What an enquiry must keep to.</summary>
internal static class EnquiryRules
{
    public static Enquiry Check(
        Enquiry enquiry,
        Enquiry? before,
        Caller caller,
        TaxonomySet taxonomies,
        ValidationErrors broken
    )
    {
        if (string.IsNullOrWhiteSpace(enquiry.Text))
            broken.Add("text", "required");
        broken.CheckProse("text", enquiry.Text, 2_000);
        broken.CheckProse("answer", enquiry.Answer, 4_000);
        if (before is not null && enquiry.Owner != before.Owner)
            broken.Add("owner", "final");
        if (!caller.IsOffice && enquiry.Status != (before?.Status ?? EnquiryStatus.Open))
            broken.Add("status", "officeOnly");
        if (!caller.IsOffice && enquiry.Answer != before?.Answer)
            broken.Add("answer", "officeOnly");
        if (enquiry.Status is EnquiryStatus.Answered && string.IsNullOrWhiteSpace(enquiry.Answer))
            broken.Add("answer", "required");
        if (BoardTable.Find(enquiry.Board) is not { } board)
        {
            broken.Add("board", "notACode", string.Join(", ", BoardTable.All.Select(known => known.Code)));
            return enquiry;
        }

        var criteria = DemandRules.Check(
            board,
            enquiry.Criteria.IsDefault ? [] : enquiry.Criteria,
            "criteria",
            taxonomies
        );
        broken.AddRange(criteria.Errors);
        return criteria.IsOk ? enquiry with { Criteria = criteria.Value } : enquiry;
    }
}
