namespace Matchmaker.Web.OpenApi;

/// <summary>
/// The name that generated clients give an operation, such as <c>listFirms</c> or <c>postFirmMerge</c>.
/// </summary>
internal static class OperationName
{
    /// <param name="path">Such as <c>api/firms/{id}/merge</c>.</param>
    /// <param name="statuses">Those that the operation answers with.</param>
    public static string Of(string method, string path, string[] statuses, bool isList)
    {
        var segments = path.Split('/').Where(segment => segment is not ("api" or "")).ToArray();
        var isCreation = method == HttpMethods.Post && statuses is ["201"];
        var words = segments.Select(
            (segment, i) =>
                segment.StartsWith('{') ? Suffix(segment)
                : isCreation && i == segments.Length - 1 || IsParameter(segments, i + 1) ? Singular(Pascal(segment))
                : Pascal(segment)
        );
        var verb =
            isCreation ? "create"
            : isList ? "list"
            : method.ToLowerInvariant();
        return verb + string.Concat(words);
    }

    private static bool IsParameter(string[] segments, int i) => i < segments.Length && segments[i].StartsWith('{');

    /// <summary><c>{meeting}.ics</c> is <c>Ics</c>, <c>{id}</c> is nothing.</summary>
    private static string Suffix(string segment) =>
        Pascal(segment[(segment.IndexOf('}', StringComparison.Ordinal) + 1)..]);

    private static string Pascal(string segment) =>
        string.Concat(
            segment
                .Split('-', '.')
                .Where(word => word.Length > 0)
                .Select(word => char.ToUpperInvariant(word[0]) + word[1..])
        );

    private static string Singular(string plural) =>
        plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.TrimEnd('s');
}
