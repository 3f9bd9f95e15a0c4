using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Grains.Records;

/// <summary>
/// <see cref="Access.MaySee"/> as SQL over the table <c>record r</c>, for lists, exports and changes. A test holds the
/// two against each other.
/// </summary>
/// <param name="Own">
/// Rows that the caller sees, public or not: their party's; for the office, all that they are cleared for.
/// </param>
/// <param name="Open">Public rows of the kinds that the caller's role browses.</param>
/// <param name="Kinds">Rows of the kinds that the caller may read at all.</param>
/// <param name="OpenKinds">Rows of the kinds of which the caller sees other parties' records.</param>
internal sealed record VisibilityFilter(
    string Own,
    string Open,
    string Kinds,
    string OpenKinds,
    string? Party,
    string? Mine
)
{
    /// <summary>The whole condition for a living record.</summary>
    public string Sees => $"({Kinds} AND ({Own} OR {Open}))";

    public static VisibilityFilter Of(Caller caller) =>
        new(
                // Never NULL: the query also uses its negation.
                caller.IsOffice
                    ? "(r.cleared IS NULL OR COALESCE(r.cleared LIKE @Mine ESCAPE '!', 1 = 0))"
                : caller.Party is null ? "(1 = 0)"
                : "(r.owner IS NOT NULL AND r.owner = @Party)",
            $"(r.visible = 1 AND {IsNone(Closed(caller.Role))})",
            IsNone([
                .. Read(KindReaders.Nobody),
                .. caller.Role is Role.Admin ? [] : Read(KindReaders.Admin),
                .. caller.IsOffice ? [] : Read(KindReaders.Office),
            ]),
            caller.IsOffice ? "(1 = 1)" : IsNone([.. Read(KindReaders.Party), .. Closed(caller.Role)]),
            caller.Party?.ToString(),
            caller.Email is { } email ? $"%|{LikeText.Escape(email.ToLowerInvariant())}|%" : null
        );

    // The kinds of which the role never sees others' public records.
    private static IEnumerable<string> Closed(Role role) => Where(kind => !kind.IsBrowsedBy(role));

    private static IEnumerable<string> Read(KindReaders readers) => Where(kind => kind.Readers == readers);

    private static IEnumerable<string> Where(Func<Kind, bool> condition) =>
        KindTable.All.Where(condition).Select(kind => kind.Code);

    private static string IsNone(IEnumerable<string> kinds) =>
        kinds.Any() ? $"(r.kind NOT IN ({string.Join(", ", kinds.Select(kind => $"'{kind}'"))}))" : "(1 = 1)";

    /// <summary>These parameters with the condition's own.</summary>
    public DynamicParameters With(object parameters)
    {
        var all = new DynamicParameters(parameters);
        all.Add("Party", Party);
        all.Add("Mine", Mine);
        return all;
    }
}

/// <summary>Texts inside a LIKE pattern whose escape sign is <c>!</c>.</summary>
internal static class LikeText
{
    public static string Escape(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal);
}
