using System.Collections.Immutable;

namespace Matchmaker.Contracts.Records;

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
    public const string Programme = "programme";

    /// <summary>An enterprise as an applicant for programmes.</summary>
    public const string Applicant = "applicant";

    public const string Account = "account";
    public const string Introduction = "introduction";
    public const string Officer = "officer";

    /// <summary>The names under which others know a party.</summary>
    public const string Alias = "alias";

    /// <summary>A demand and a match of it: its open introduction, and whether officers set it aside.</summary>
    public const string Pair = "pair";

    /// <summary>A place on a list that two officers gave by hand.</summary>
    public const string Pin = "pin";

    /// <summary>A mail in the outbox.</summary>
    public const string Letter = "letter";

    /// <summary>Who last looked at a confidential project; each look is an entry of the journal.</summary>
    public const string View = "view";

    /// <summary>Something that an officer with an interest tried and was refused.</summary>
    public const string Refusal = "refusal";

    /// <summary>What the last digest of a demand said.</summary>
    public const string Digest = "digest";

    /// <summary>What an applicant was last told of the programmes.</summary>
    public const string Told = "told";

    /// <summary>Kinds that are in no list and no change feed: they tell of others, and are read where those are.</summary>
    public static ImmutableArray<string> Inner { get; } = [Alias, Pair, Letter, View, Refusal, Digest, Told];

    /// <summary>Kinds of which nobody but their own people and the office ever sees a record.</summary>
    public static ImmutableArray<string> PartyOnly { get; } = [Enterprise, Demand, Enquiry, Applicant];

    /// <summary>Kinds that lists and change feeds show to the office alone; what a party may know of an introduction is <see cref="Introductions.Introduction.SeenBy"/>.</summary>
    public static ImmutableArray<string> OfficeOnly { get; } = [Introduction, Officer, Pin];
}
