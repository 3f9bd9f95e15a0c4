using System.Globalization;
using Matchmaker.Contracts;

namespace Matchmaker.Web.Records;

/// <summary>A record's version as its ETag.</summary>
internal static class Versions
{
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version in <c>If-Match</c>; null: the header is missing.</summary>
    /// <exception cref="VersionException">It holds something that no record of ours ever had as its ETag.</exception>
    public static long? Expected(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
            return null;
        var text = header.ToString();
        return text.Length > 2 && text[0] == '"' && text[^1] == '"'
            && long.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new VersionException();
    }
}
