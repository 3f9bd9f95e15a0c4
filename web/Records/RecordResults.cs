using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web.Records;

/// <summary>Responses that carry a record with its ETag.</summary>
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

    /// <summary>Refuses, before the body is read, a role that never writes the kind.</summary>
    /// <exception cref="ForbiddenException">The role never writes the kind.</exception>
    public static void CheckWrites(Caller caller, string kind)
    {
        if (!Access.Writes(caller.Role, kind))
            throw new ForbiddenException();
    }

    /// <summary>Creates a record; for a repeated request, returns the record that the first one created.</summary>
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
