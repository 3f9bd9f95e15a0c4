using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web.Records;

/// <summary>Answers that carry a record with its ETag.</summary>
internal static class RecordResults
{
    public static IResult Record<T>(HttpResponse response, T record)
        where T : Record
    {
        response.Headers.ETag = Versions.Tag(record.Version);
        return Results.Ok(record);
    }

    public static IResult Created<T>(HttpResponse response, Saved<T> saved, string location)
        where T : Record
    {
        response.Headers.ETag = Versions.Tag(saved.Record.Version);
        return Results.Created(location, saved.Record);
    }

    public static IResult Saved<T>(HttpResponse response, Saved<T> saved, string location)
        where T : Record => saved.Created ? Created(response, saved, location) : Record(response, saved.Record);

    /// <summary>Refuses a role that never writes the kind before its body is looked at.</summary>
    /// <exception cref="ForbiddenException">It never does.</exception>
    public static void CheckWrites(Caller caller, string kind)
    {
        if (!Access.Writes(caller.Role, kind))
            throw new ForbiddenException();
    }

    /// <summary>Creates; where a repeat of the same request was here before, gives what it made.</summary>
    public static async Task<Saved<T>> CreateOnce<T>(Func<Task<Saved<T>>> create, Func<Task<T>> find)
        where T : Record
    {
        try
        {
            return await create();
        }
        catch (VersionException)
        {
            return new(await find(), true);
        }
    }
}
