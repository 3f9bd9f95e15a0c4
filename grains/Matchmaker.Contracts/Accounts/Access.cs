using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Contracts.Accounts;

/// <summary>What of a record decides who may see and change it.</summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
/// <param name="Owner">The party that it belongs to (for a space: its own or else its building's; for a demand its owner; for a party itself).</param>
/// <param name="Visible">Whether everybody may see it (for a space: it and its building are public).</param>
/// <param name="Cleared">For what belongs to a confidential enterprise: the officers who may know of it; null: not confidential.</param>
[GenerateSerializer, Immutable]
public sealed record Visibility(string Kind, string? Owner, bool Visible, ImmutableArray<string>? Cleared = null);

/// <summary>Who may do what (api.md): the one place where this is decided, for HTTP, hub, lists, exports and changes alike.</summary>
public static class Access
{
    public static bool MaySee(Caller caller, Visibility visibility) =>
        visibility.Kind == RecordKind.Account ? caller.Role == Role.Admin && IsCleared(caller, visibility)
        : RecordKind.Inner.Contains(visibility.Kind) ? false
        : RecordKind.OfficeOnly.Contains(visibility.Kind) ? IsOfficeFor(caller, visibility)
        : (visibility.Visible && Browses(caller.Role, visibility.Kind))
            || IsOwn(caller, visibility)
            || IsOfficeFor(caller, visibility);

    /// <summary>What the caller may know of an introduction; null: not that it exists. The one place that decides it, whoever asks and however.</summary>
    /// <param name="visibility">Its own, which says who of the office is cleared.</param>
    public static Introduction? AuthorizedView(Caller caller, Introduction introduction, Visibility visibility) =>
        caller.IsOffice && !IsOfficeFor(caller, visibility) ? null : introduction.SeenBy(caller);

    /// <summary>Whether the caller is of the office, and cleared where that is needed.</summary>
    public static bool IsOfficeFor(Caller caller, Visibility visibility) =>
        caller.IsOffice && IsCleared(caller, visibility);

    /// <summary>Whether the caller may change a record that exists; one that the caller may not see is not found instead.</summary>
    public static bool MayChange(Caller caller, Visibility visibility) =>
        IsAdminOnly(visibility.Kind)
            ? caller.Role == Role.Admin
            : IsOfficeFor(caller, visibility) || (IsOwn(caller, visibility) && WritesOwn(caller.Role, visibility.Kind));

    /// <summary>Whether the role ever writes records of this kind; where not, the route is another role's, whatever the id.</summary>
    public static bool Writes(Role role, string kind) =>
        IsAdminOnly(kind) ? role == Role.Admin : role is Role.Officer or Role.Admin || WritesOwn(role, kind);

    /// <summary>Whether the caller may create a record that would have this visibility; parties and buildings are created by the office alone.</summary>
    public static bool MayCreate(Caller caller, Visibility visibility) =>
        MayChange(caller, visibility) && (caller.IsOffice || PartiesCreate(visibility.Kind));

    /// <summary>Whether others than the office create records of this kind.</summary>
    public static bool PartiesCreate(string kind) =>
        kind
            is RecordKind.Space
                or RecordKind.Demand
                or RecordKind.Opportunity
                or RecordKind.Enquiry
                or RecordKind.Applicant;

    /// <summary>
    /// Whether the role ever sees others' public records of this kind: firms are for those who look for partners, needs for those who look for
    /// customers, and neither is part of the public catalogue.
    /// </summary>
    public static bool Browses(Role role, string kind) =>
        kind switch
        {
            RecordKind.Firm => role is Role.Enterprise or Role.Firm or Role.Officer or Role.Admin,
            RecordKind.Opportunity => role is Role.Firm or Role.Officer or Role.Admin,
            _ => true,
        };

    /// <summary>What of a board's profiles the caller may see.</summary>
    public static Viewer ViewerOf(Caller caller, Board board) =>
        new(caller.IsOffice, caller.Party, Browses(caller.Role, KindOn(board)));

    /// <summary>Whether a demand of that party looks at others' public profiles of the board.</summary>
    public static bool Browses(string? party, Board board) =>
        Browses(Parties.IdOf(party, "firms") is null ? Role.Enterprise : Role.Firm, KindOn(board));

    private static string KindOn(Board board) =>
        board == BoardTable.Partners ? RecordKind.Firm
        : board == BoardTable.Opportunities ? RecordKind.Opportunity
        : RecordKind.Space;

    private static bool IsAdminOnly(string kind) =>
        kind is RecordKind.Account or RecordKind.Taxonomy or RecordKind.Programme;

    private static bool WritesOwn(Role role, string kind) =>
        role switch
        {
            Role.Owner => kind is RecordKind.Building or RecordKind.Space or RecordKind.Owner,
            Role.Enterprise => kind
                is RecordKind.Enterprise
                    or RecordKind.Demand
                    or RecordKind.Opportunity
                    or RecordKind.Enquiry
                    or RecordKind.Applicant,
            Role.Firm => kind is RecordKind.Firm or RecordKind.Demand or RecordKind.Enquiry,
            _ => false,
        };

    private static bool IsOwn(Caller caller, Visibility visibility) =>
        caller.Party is not null && caller.Party == visibility.Owner;

    private static bool IsCleared(Caller caller, Visibility visibility) =>
        visibility.Cleared is not { } cleared
        || (caller.Email is { } email && cleared.Contains(email, StringComparer.OrdinalIgnoreCase));
}
