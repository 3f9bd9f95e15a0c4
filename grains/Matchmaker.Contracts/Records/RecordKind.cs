namespace Matchmaker.Contracts;

/// <summary>The kinds of records, as the store, the journal and <c>/api/changes</c> write them.</summary>
public static class RecordKind
{
    public const string Building = "building";
    public const string Space = "space";
    public const string Firm = "firm";
    public const string Centre = "centre";
    public const string Enterprise = "enterprise";
    public const string Owner = "owner";
    public const string Demand = "demand";
    public const string Opportunity = "opportunity";
    public const string Enquiry = "enquiry";
    public const string Taxonomy = "taxonomy";
    public const string Account = "account";
}
