using System.Globalization;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web.Records;

/// <summary>A record's version as its ETag.</summary>
internal static class Versions
{
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version in <c>If-Match</c>; null: the header is missing.</summary>
    /// <exception cref="VersionException">The header is not an ETag of a record.</exception>
    public static long? Expected(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
            return null;
        var text = header.ToString();
        return
            long.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && text == Tag(version)
            ? version
            : throw new VersionException();
    }
}
