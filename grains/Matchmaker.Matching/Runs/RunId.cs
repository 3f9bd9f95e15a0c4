using System.Collections.Immutable;

namespace Matchmaker.Matching.Runs;

/// <summary>
/// The id of a run of adjacent spaces: its members' ids in order of position, joined by <c>+</c>, which no record's id
/// holds (matching.md section 6).
/// </summary>
public static class RunId
{
    private const char Between = '+';

    public static string Of(IEnumerable<string> members) => string.Join(Between, members);

    /// <summary>The members' ids, at least two; null: the id is of one record.</summary>
    public static ImmutableArray<string>? Members(string id) => id.Contains(Between) ? [.. id.Split(Between)] : null;
}
