namespace Matchmaker.Contracts;

/// <summary>
/// The codes of <see cref="KindTable"/>, as the store, the journal and <c>/api/changes</c> write them.
/// </summary>
public static class RecordKind
{
    public const string Building = "building";
    public const string Space = "space";

    /// <summary>The office's hold on a space; its id is the space's.</summary>
    public const string Hold = "hold";

    public const string Firm = "firm";
    public const string Centre = "centre";
    public const string Enterprise = "enterprise";
    public const string Owner = "owner";
    public const string Demand = "demand";
    public const string Brief = "brief";
    public const string Opportunity = "opportunity";
    public const string Enquiry = "enquiry";
    public const string Taxonomy = "taxonomy";
    public const string Programme = "programme";

    /// <summary>A published version of the table of gates; its id is its number.</summary>
    public const string Gates = "gates";

    /// <summary>A published version of the table of steps; its id is its number.</summary>
    public const string Steps = "steps";

    /// <summary>An enterprise or a firm as an applicant for programmes; its id is an <c>ApplicantId</c>.</summary>
    public const string Applicant = "applicant";

    /// <summary>What a firm keeps of its upgrading; its id is the firm's.</summary>
    public const string Upgrade = "upgrade";

    public const string Account = "account";
    public const string Introduction = "introduction";

    /// <summary>A client's visit to several counterparts on one day.</summary>
    public const string Visit = "visit";

    public const string Officer = "officer";

    /// <summary>The names under which others know a party.</summary>
    public const string Alias = "alias";

    /// <summary>
    /// A demand and one match of it: their open introduction, and whether officers set the match aside.
    /// </summary>
    public const string MatchDecision = "pair";

    /// <summary>The Brief that a demand is in.</summary>
    public const string BriefPlace = "briefPlace";

    public const string Shortlist = "shortlist";

    /// <summary>What a shortlist was shown; its id is the shortlist's.</summary>
    public const string Sheet = "sheet";

    /// <summary>A link to a sheet; each reading is an entry of the journal.</summary>
    public const string SheetLink = "sheetLink";

    /// <summary>A table of rules or a list of codes that a sheet used; its id is the hash of its content.</summary>
    public const string Rule = "rule";

    /// <summary>A place on a list that two officers set by hand.</summary>
    public const string Pin = "pin";

    /// <summary>A mail in the outbox.</summary>
    public const string Letter = "letter";

    /// <summary>The last view of a confidential project; each view is an entry of the journal.</summary>
    public const string View = "view";

    /// <summary>An action refused to an officer because of a declared interest.</summary>
    public const string Refusal = "refusal";

    /// <summary>The state that the last digest of a demand reported.</summary>
    public const string Digest = "digest";

    /// <summary>The programme results that an applicant was last notified of; its id is the applicant's.</summary>
    public const string NotifiedResults = "told";

    /// <summary>What a firm was last told of the path that it keeps; its id is the firm's.</summary>
    public const string NotifiedPath = "toldPath";

    /// <summary>What a building's owner was asked to state, and when.</summary>
    public const string AskedFacts = "asked";
}
