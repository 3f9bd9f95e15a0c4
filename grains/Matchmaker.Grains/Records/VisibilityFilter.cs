using Dapper;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Grains.Records;

/// <summary>
/// <see cref="Access.MaySee"/> as SQL over the table <c>record r</c>, for lists, exports and changes. A test holds the two against each other.
/// </summary>
/// <param name="Own">What the caller sees whether or not it is open: their party's, and the office all that they are cleared for.</param>
/// <param name="Open">What everybody sees of the kinds that the caller may look at.</param>
/// <param name="Kinds">Which kinds the caller may look at at all.</param>
/// <param name="OpenKinds">Of which kinds the caller ever sees others' records.</param>
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
                // Never null, because its opposite is asked for too.
                caller.IsOffice
                    ? "(r.cleared IS NULL OR COALESCE(r.cleared LIKE @Mine ESCAPE '!', 1 = 0))"
                : caller.Party is null ? "(1 = 0)"
                : "(r.owner IS NOT NULL AND r.owner = @Party)",
            $"(r.visible = 1 AND {IsNone(Closed(caller.Role))})",
            IsNone([
                .. RecordKind.Inner,
                .. caller.Role is Role.Admin ? [] : new[] { RecordKind.Account },
                .. caller.IsOffice ? [] : RecordKind.OfficeOnly,
            ]),
            caller.IsOffice ? "(1 = 1)" : IsNone([.. RecordKind.PartyOnly, .. Closed(caller.Role)]),
            caller.Party,
            caller.Email is { } email ? $"%|{LikeText.Escape(email.ToLowerInvariant())}|%" : null
        );

    // The kinds of which the role never sees others' public records.
    private static IEnumerable<string> Closed(Role role) =>
        new[] { RecordKind.Firm, RecordKind.Opportunity }.Where(kind => !Access.Browses(role, kind));

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
