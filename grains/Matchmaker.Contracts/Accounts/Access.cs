using System.Collections.Immutable;

namespace Matchmaker.Contracts;

/// <summary>What of a record decides who may see and change it.</summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
/// <param name="Owner">The party that it belongs to (for a space: its own or else its building's; for a demand its owner; for a party itself).</param>
/// <param name="Visible">Whether everybody may see it (for a space: it and its building are public).</param>
/// <param name="Cleared">For what belongs to a confidential enterprise: the officers who may know of it; null: not confidential.</param>
[GenerateSerializer, Immutable]
public sealed record Face(string Kind, string? Owner, bool Visible, ImmutableArray<string>? Cleared = null);

/// <summary>Who may do what (api.md): the one place where this is decided, for HTTP, hub, lists, exports and changes alike.</summary>
public static class Access
{
    public static bool MaySee(Caller caller, Face face) =>
        face.Kind == RecordKind.Account
            ? caller.Role == Role.Admin
            : (face.Visible && IsOpenTo(caller.Role, face.Kind)) || IsOwn(caller, face) || (caller.IsOffice && IsCleared(caller, face));

    /// <summary>Whether the caller may change a record that exists; one that the caller may not see is not found instead.</summary>
    public static bool MayChange(Caller caller, Face face) =>
        face.Kind == RecordKind.Account
            ? caller.Role == Role.Admin
            : (caller.IsOffice && IsCleared(caller, face)) || (IsOwn(caller, face) && WritesOwn(caller.Role, face.Kind));

    /// <summary>Whether the role ever writes records of this kind; where not, the route is another role's, whatever the id.</summary>
    public static bool Writes(Role role, string kind) =>
        kind == RecordKind.Account ? role == Role.Admin : role is Role.Officer or Role.Admin || WritesOwn(role, kind);

    /// <summary>Whether the caller may create a record that would show this face; parties and buildings are created by the office alone.</summary>
    public static bool MayCreate(Caller caller, Face face) =>
        MayChange(caller, face) && (caller.IsOffice || face.Kind is RecordKind.Space or RecordKind.Demand);

    // Because firms are no part of the public catalogue: one has to sign in to see them.
    private static bool IsOpenTo(Role role, string kind) => kind != RecordKind.Firm || role != Role.Anonymous;

    private static bool WritesOwn(Role role, string kind) => role switch
    {
        Role.Owner => kind is RecordKind.Building or RecordKind.Space or RecordKind.Owner,
        Role.Enterprise => kind is RecordKind.Enterprise or RecordKind.Demand,
        Role.Firm => kind is RecordKind.Firm or RecordKind.Demand,
        _ => false,
    };

    private static bool IsOwn(Caller caller, Face face) => caller.Party is not null && caller.Party == face.Owner;

    private static bool IsCleared(Caller caller, Face face) =>
        face.Cleared is not { } cleared || (caller.Email is { } email && cleared.Contains(email, StringComparer.OrdinalIgnoreCase));
}
