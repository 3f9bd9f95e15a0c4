using System.Collections.Immutable;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Contracts.Callers;

/// <summary>The part of a record that decides who may see and change it.</summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
/// <param name="Owner">
/// The party that the record belongs to: a space's own or else its building's owner, a demand's owner, the party
/// itself.
/// </param>
/// <param name="Visible">Whether the record is public; a space is public only with its building.</param>
/// <param name="Cleared">
/// The officers cleared for the confidential enterprise that owns it; null: not confidential.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Visibility(string Kind, PartyId? Owner, bool Visible, ImmutableArray<string>? Cleared = null);

/// <summary>
/// Who may do what (api.md), by <see cref="KindTable"/>: for HTTP, hub, lists, exports and changes alike.
/// </summary>
public static class Access
{
    public static bool MaySee(Caller caller, Visibility visibility)
    {
        var kind = KindTable.Of(visibility.Kind);
        return kind.Readers switch
        {
            KindReaders.Admin => caller.Role == Role.Admin && IsCleared(caller, visibility),
            KindReaders.Nobody => false,
            KindReaders.Office => IsOfficeFor(caller, visibility),
            _ => (visibility.Visible && kind.IsBrowsedBy(caller.Role))
                || IsOwn(caller, visibility)
                || IsOfficeFor(caller, visibility),
        };
    }

    /// <summary>Whether the caller is of the office, and cleared where the record is confidential.</summary>
    public static bool IsOfficeFor(Caller caller, Visibility visibility) =>
        caller.IsOffice && IsCleared(caller, visibility);

    /// <summary>
    /// Whether the caller may change an existing record. A record that the caller may not see is not found instead.
    /// </summary>
    public static bool MayChange(Caller caller, Visibility visibility)
    {
        var kind = KindTable.Of(visibility.Kind);
        return kind.AdminWrites
            ? caller.Role == Role.Admin
            : IsOfficeFor(caller, visibility) || (IsOwn(caller, visibility) && kind.OwnWriters.Contains(caller.Role));
    }

    /// <summary>
    /// Whether the role ever writes records of this kind; if not, every id of the route is refused alike.
    /// </summary>
    public static bool Writes(Role role, string kind) =>
        KindTable.Of(kind) is { AdminWrites: false } row
            ? role is Role.Officer or Role.Admin || row.OwnWriters.Contains(role)
            : role == Role.Admin;

    /// <summary>Whether the caller may create a record with this visibility.</summary>
    public static bool MayCreate(Caller caller, Visibility visibility) =>
        MayChange(caller, visibility) && (caller.IsOffice || PartiesCreate(visibility.Kind));

    /// <summary>Whether others than the office create records of this kind.</summary>
    public static bool PartiesCreate(string kind) => KindTable.Of(kind).PartiesCreate;

    /// <summary>The part of a board's profiles that the caller may see.</summary>
    public static Viewer ViewerOf(Caller caller, Board board) =>
        new(caller.IsOffice, caller.Party?.ToString(), KindTable.ProfileOn(board).IsBrowsedBy(caller.Role));

    /// <summary>Whether a demand of that party is matched against others' public profiles of the board.</summary>
    public static bool Browses(PartyId? party, Board board) =>
        KindTable.ProfileOn(board).IsBrowsedBy(PartyId.RoleOf(party));

    private static bool IsOwn(Caller caller, Visibility visibility) =>
        caller.Party is not null && caller.Party == visibility.Owner;

    private static bool IsCleared(Caller caller, Visibility visibility) =>
        visibility.Cleared is not { } cleared
        || (caller.Email is { } email && cleared.Contains(email, StringComparer.OrdinalIgnoreCase));
}
