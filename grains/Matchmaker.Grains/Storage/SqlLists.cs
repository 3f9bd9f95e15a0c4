using Dapper;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// Lists in SQL that both databases run: Dapper's lists and PostgreSQL's arrays want different SQL, so that each value
/// is a parameter of its own.
/// </summary>
internal static class SqlLists
{
    /// <summary>Adds the values as parameters.</summary>
    /// <returns>What stands between the brackets of <c>IN ()</c>; empty where there are no values.</returns>
    public static string AddList<T>(this DynamicParameters parameters, IEnumerable<T> values)
    {
        var names = new List<string>();
        foreach (var value in values)
        {
            names.Add($"@in{names.Count}");
            parameters.Add(names[^1][1..], value);
        }

        return string.Join(", ", names);
    }
}
