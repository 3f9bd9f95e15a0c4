using System.Collections.Frozen;
using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Officers;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Contracts.Visits;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Contracts;

/// <summary>
/// Every kind of record, one row each: its route, its board, who reads and writes it. Access, the SQL filter, routes,
/// imports, lists and indexes read this table and decide nothing by a kind's code themselves.
/// </summary>
public static class KindTable
{
    public static ImmutableArray<Kind> All { get; } =
    [
        new(RecordKind.Building, typeof(Building), "buildings")
        {
            Board = BoardTable.Sites,
            IsOpen = true,
            OwnWriters = [Role.Owner],
        },
        new(RecordKind.Space, typeof(Space), "spaces")
        {
            Board = BoardTable.Sites,
            IsProfile = true,
            IsOpen = true,
            OwnWriters = [Role.Owner],
            PartiesCreate = true,
        },
        new(RecordKind.Firm, typeof(Firm), "firms")
        {
            Board = BoardTable.Partners,
            IsProfile = true,
            IsParty = true,
            Browsers = [Role.Enterprise, Role.Firm, Role.Officer, Role.Admin],
            OwnWriters = [Role.Firm],
        },
        new(RecordKind.Centre, typeof(Centre), "centres")
        {
            Board = BoardTable.Research,
            IsProfile = true,
            IsParty = true,
            IsOpen = true,
        },
        new(RecordKind.Enterprise, typeof(Enterprise), "enterprises")
        {
            IsParty = true,
            Readers = KindReaders.Party,
            OwnWriters = [Role.Enterprise],
        },
        new(RecordKind.Owner, typeof(Owner), "owners") { IsParty = true, OwnWriters = [Role.Owner] },
        new(RecordKind.Demand, typeof(Demand), "demands")
        {
            Readers = KindReaders.Party,
            OwnWriters = [Role.Enterprise, Role.Firm],
            PartiesCreate = true,
            Tie = OwnerTie.Deleted,
        },
        new(RecordKind.Brief, typeof(Brief), "briefs")
        {
            Readers = KindReaders.Party,
            OwnWriters = [Role.Enterprise, Role.Firm],
            PartiesCreate = true,
            Tie = OwnerTie.Deleted,
        },
        new(RecordKind.Shortlist, typeof(Shortlist), "shortlists")
        {
            Readers = KindReaders.Party,
            OwnWriters = [Role.Enterprise, Role.Firm],
            PartiesCreate = true,
            Tie = OwnerTie.Deleted,
        },
        new(RecordKind.Opportunity, typeof(Opportunity), "opportunities")
        {
            Board = BoardTable.Opportunities,
            IsProfile = true,
            Browsers = [Role.Firm, Role.Officer, Role.Admin],
            OwnWriters = [Role.Enterprise],
            PartiesCreate = true,
            Tie = OwnerTie.Deleted,
        },
        new(RecordKind.Enquiry, typeof(Enquiry), "enquiries")
        {
            Readers = KindReaders.Party,
            OwnWriters = [Role.Enterprise, Role.Firm],
            PartiesCreate = true,
            Tie = OwnerTie.Deleted,
        },
        new(RecordKind.Applicant, typeof(Applicant), null)
        {
            Readers = KindReaders.Party,
            OwnWriters = [Role.Enterprise, Role.Firm],
            PartiesCreate = true,
            Tie = OwnerTie.Deleted,
        },
        new(RecordKind.Upgrade, typeof(Upgrade), null)
        {
            Readers = KindReaders.Party,
            OwnWriters = [Role.Firm],
            PartiesCreate = true,
            Tie = OwnerTie.Deleted,
        },
        new(RecordKind.Taxonomy, typeof(TaxonomyRevision), "taxonomies") { IsOpen = true, AdminWrites = true },
        new(RecordKind.Programme, typeof(ProgrammeRevision), "programmes") { IsOpen = true, AdminWrites = true },
        new(RecordKind.Account, typeof(Account), "accounts")
        {
            Readers = KindReaders.Admin,
            AdminWrites = true,
            Tie = OwnerTie.Hidden,
        },
        new(RecordKind.Introduction, typeof(Introduction), "introductions")
        {
            Readers = KindReaders.Office,
            Tie = OwnerTie.Hidden,
        },
        new(RecordKind.Visit, typeof(Visit), "visits") { Readers = KindReaders.Office, Tie = OwnerTie.Deleted },
        new(RecordKind.Officer, typeof(Officer), "officers") { Readers = KindReaders.Office },
        new(RecordKind.Pin, typeof(Pin), "pins") { Readers = KindReaders.Office, Tie = OwnerTie.Hidden },
        Internal(RecordKind.Hold, OwnerTie.Hidden) with
        {
            Board = BoardTable.Sites,
        },
        Internal(RecordKind.Alias, OwnerTie.Hidden),
        Internal(RecordKind.MatchDecision, OwnerTie.Hidden),
        Internal(RecordKind.Letter, OwnerTie.Hidden),
        Internal(RecordKind.View, OwnerTie.Hidden),
        Internal(RecordKind.Refusal, OwnerTie.Hidden),
        Internal(RecordKind.BriefPlace, OwnerTie.Deleted),
        Internal(RecordKind.Sheet, OwnerTie.Deleted),
        Internal(RecordKind.SheetLink, OwnerTie.Deleted),
        Internal(RecordKind.Rule, OwnerTie.None),
        Internal(RecordKind.Gates, OwnerTie.None) with
        {
            AdminWrites = true,
        },
        Internal(RecordKind.Steps, OwnerTie.None) with
        {
            AdminWrites = true,
        },
        Internal(RecordKind.Digest, OwnerTie.Deleted),
        Internal(RecordKind.NotifiedResults, OwnerTie.Deleted),
        Internal(RecordKind.NotifiedPath, OwnerTie.Deleted),
        Internal(RecordKind.AskedFacts, OwnerTie.None),
    ];

    private static readonly FrozenDictionary<string, Kind> ByCode = All.ToFrozenDictionary(kind => kind.Code);

    private static readonly FrozenDictionary<Type, Kind> ByType = All.Where(kind => kind.Type is not null)
        .ToFrozenDictionary(kind => kind.Type!);

    /// <summary>The kind of that code; a code that no row has is an internal kind, which nobody reads.</summary>
    public static Kind Of(string code) => ByCode.GetValueOrDefault(code) ?? Internal(code, OwnerTie.None);

    /// <summary>The kind whose records are of that type.</summary>
    /// <exception cref="KeyNotFoundException">No row has the type.</exception>
    public static Kind Of<T>()
        where T : Record => ByType[typeof(T)];

    /// <summary>The kind whose records are the board's profiles.</summary>
    public static Kind ProfileOn(Board board) => All.First(kind => kind.IsProfile && kind.Board == board);

    /// <summary>The party kind whose collection has that name; null: there is none.</summary>
    public static Kind? PartyIn(string collection) =>
        All.FirstOrDefault(kind => kind.IsParty && kind.Collection == collection);

    private static Kind Internal(string code, OwnerTie tie) =>
        new(code, null, null) { Readers = KindReaders.Nobody, Tie = tie };
}

/// <summary>One kind of record.</summary>
/// <param name="Code">As the store, the journal and <c>/api/changes</c> write it, such as <c>firm</c>.</param>
/// <param name="Type">The record's type; null: an internal kind, whose type the grains keep to themselves.</param>
/// <param name="Collection">The word of its routes, such as <c>firms</c>; null: it has no collection.</param>
public sealed record Kind(string Code, Type? Type, string? Collection)
{
    /// <summary>The board on which its records are profiles, or belong to profiles; null: none.</summary>
    public Board? Board { get; init; }

    /// <summary>Whether demands of <see cref="Board"/> are matched against its records.</summary>
    public bool IsProfile { get; init; }

    /// <summary>Whether its records are parties: the sides of introductions and the owners of records.</summary>
    public bool IsParty { get; init; }

    /// <summary>Whether callers who have not signed in may read what is public.</summary>
    public bool IsOpen { get; init; }

    public KindReaders Readers { get; init; } = KindReaders.Everybody;

    /// <summary>The roles that see others' public records; null: every role.</summary>
    public ImmutableArray<Role>? Browsers { get; init; }

    /// <summary>The roles outside the office that write their own party's records.</summary>
    public ImmutableArray<Role> OwnWriters { get; init; } = [];

    /// <summary>Whether only admins write it, instead of the office and <see cref="OwnWriters"/>.</summary>
    public bool AdminWrites { get; init; }

    /// <summary>Whether <see cref="OwnWriters"/> create records too; else the office alone does.</summary>
    public bool PartiesCreate { get; init; }

    /// <summary>What becomes of its records when the enterprise that owns them is hidden or deleted.</summary>
    public OwnerTie Tie { get; init; }

    /// <summary>Whether its records are visible to their own people and the office at most.</summary>
    public bool IsNeverPublic => Readers is KindReaders.Party or KindReaders.Office;

    /// <summary>Whether the role ever sees others' public records of this kind.</summary>
    public bool IsBrowsedBy(Role role) => Browsers is not { } roles || roles.Contains(role);
}

/// <summary>Who may read a kind's records at all.</summary>
public enum KindReaders
{
    /// <summary>What is public, <see cref="Kind.Browsers"/>; the rest, its own people and the office.</summary>
    Everybody,

    /// <summary>Its own people and the office.</summary>
    Party,

    /// <summary>The office; what a side may know of an introduction is <see cref="IntroductionDisclosure"/>.</summary>
    Office,

    /// <summary>Admins.</summary>
    Admin,

    /// <summary>Nobody: it is in no list and no change feed, and is read where the records it tells of are.</summary>
    Nobody,
}

/// <summary>What a record shares with the enterprise or firm that owns it; a firm is never hidden.</summary>
public enum OwnerTie
{
    None,

    /// <summary>It is hidden with its owner, and stays when the owner is deleted.</summary>
    Hidden,

    /// <summary>It is hidden and deleted with its owner.</summary>
    Deleted,
}
