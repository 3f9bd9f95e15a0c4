using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Records;

/// <summary>Reads the body of a request that replaces a record.</summary>
internal static class RecordBody
{
    /// <param name="id">The record's id by the route; the body names the same or none.</param>
    /// <exception cref="InvalidException">The body is no record of the kind, or names another id.</exception>
    public static async Task<T> Read<T>(HttpRequest request, string id)
        where T : Record
    {
        var body = await StrictJson.Read<T>(request);
        return body.Id.Length == 0 || body.Id == id
            ? body
            : throw new InvalidException(new FieldError("id", "otherId", id));
    }
}
