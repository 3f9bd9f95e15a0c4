using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Records;

/// <summary>The checks of a write, in one order for every kind of record.</summary>
internal static class WritePreconditions
{
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    public static Stored<T> Authorize<T>(Stored<T>? current, Caller caller)
        where T : Record =>
        current is not null && Access.MaySee(caller, current.Visibility) ? current : throw new NotFoundException();

    /// <summary>The record to change; null: the caller creates it.</summary>
    /// <param name="expected">Null: create.</param>
    public static Stored<T>? Before<T>(Caller caller, string kind, Stored<T>? current, long? expected)
        where T : Record
    {
        if (!Access.Writes(caller.Role, kind))
            throw new ForbiddenException(); // before the id is checked, so that the answer reveals nothing
        // Only the office creates the other kinds: to everybody else a free id must look like a hidden record.
        if (expected is null && current is null)
            return caller.IsOffice || Access.PartiesCreate(kind) ? null : throw new NotFoundException();
        var seen = Authorize(current, caller);
        if (!Access.MayChange(caller, seen.Visibility))
            throw new ForbiddenException();
        return seen.Record.Version == expected ? seen : throw new VersionException();
    }

    /// <summary>
    /// As the other. Of a second try whose first one may have made the record as it is now, that record.
    /// </summary>
    /// <param name="mayBeMade">Whether it is that one: the write then changes nothing, or comes too late.</param>
    public static Stored<T>? Before<T>(
        Caller caller,
        string kind,
        Stored<T>? current,
        long? expected,
        bool isSecondTry,
        out bool mayBeMade
    )
        where T : Record
    {
        var version = current?.Record.Version;
        mayBeMade = isSecondTry && version is not null && (expected is null || version == expected + 1);
        return Before(caller, kind, current, mayBeMade ? version : expected);
    }

    public static void CheckCreation(Caller caller, bool isNew, Visibility visibility)
    {
        if (!isNew || Access.MayCreate(caller, visibility))
            return;
        // A building that another role would have to create must look like a hidden one.
        throw visibility.Kind is not RecordKind.Space && Access.PartiesCreate(visibility.Kind)
            ? new ForbiddenException()
            : new NotFoundException();
    }

    public static bool IsSame(Visibility first, Visibility second) =>
        first.Owner == second.Owner
        && first.Visible == second.Visible
        && first.Cleared is null == second.Cleared is null
        && (first.Cleared ?? []).SequenceEqual(second.Cleared ?? []);

    public static string SearchText(params IEnumerable<string?> texts) => ListText.Of(texts);

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
        next is null
            ? new RecordWrite.Delete(kind, id, before!.Record.Version, caller.Email ?? "", before.Visibility)
            : new RecordWrite.Put(
                kind,
                id,
                before?.Record.Version ?? 0,
                caller.Email ?? "",
                RecordJson.Write(next.Record),
                next.Visibility,
                searchText,
                location,
                parent
            );
}
