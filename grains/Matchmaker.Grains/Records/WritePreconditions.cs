using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Records;

/// <summary>The order in which a write is refused, the same for every kind of record.</summary>
internal static class WritePreconditions
{
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    public static Stored<T> Authorize<T>(Stored<T>? current, Caller caller)
        where T : Record =>
        current is not null && Access.MaySee(caller, current.Visibility) ? current : throw new NotFoundException();

    /// <summary>What the caller changes; null: they create it.</summary>
    /// <param name="expected">Null: create.</param>
    public static Stored<T>? Before<T>(Caller caller, string kind, Stored<T>? current, long? expected)
        where T : Record
    {
        if (!Access.Writes(caller.Role, kind))
            throw new ForbiddenException(); // before the id is looked at, so that the answer tells nothing of it
        // Because only the office creates the other kinds, an id that is free must look to the rest like one that is hidden.
        if (expected is null && current is null)
            return caller.IsOffice || Access.PartiesCreate(kind) ? null : throw new NotFoundException();
        var seen = Authorize(current, caller);
        if (!Access.MayChange(caller, seen.Visibility))
            throw new ForbiddenException();
        return seen.Record.Version == expected ? seen : throw new VersionException();
    }

    public static void CheckCreation(Caller caller, bool isNew, Visibility visibility)
    {
        if (!isNew || Access.MayCreate(caller, visibility))
            return;
        // Because a building that another role would have to create must look like one that is hidden.
        throw visibility.Kind is not RecordKind.Space && Access.PartiesCreate(visibility.Kind)
            ? new ForbiddenException()
            : new NotFoundException();
    }

    public static bool IsSame(Visibility one, Visibility other) =>
        one.Owner == other.Owner
        && one.Visible == other.Visible
        && one.Cleared is null == other.Cleared is null
        && (one.Cleared ?? []).SequenceEqual(other.Cleared ?? []);

    public static string SearchText(params IEnumerable<string?> texts) =>
        string.Join('\n', texts.Where(text => !string.IsNullOrEmpty(text))).ToLowerInvariant();

    public static RecordWrite Write<T>(
        Caller caller,
        string kind,
        string id,
        Stored<T>? before,
        Stored<T>? next,
        string searchText,
        PointValue? location,
        string? parent = null
    )
        where T : Record =>
        new(
            kind,
            id,
            parent,
            caller.Email ?? "",
            before?.Record.Version ?? 0,
            next is null ? null : RecordJson.Write(next.Record),
            next?.Visibility ?? before!.Visibility,
            searchText,
            location
        );
}
