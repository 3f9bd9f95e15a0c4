using Dapper;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>
/// <see cref="Access.MaySee"/> as SQL over the table <c>record r</c>, for lists, exports and changes. A test holds the two against each other.
/// </summary>
/// <param name="Own">What the caller sees whether or not it is open: their party's, and the office all that they are cleared for.</param>
/// <param name="Open">What everybody sees of the kinds that the caller may look at.</param>
/// <param name="Kinds">Which kinds the caller may look at at all.</param>
internal sealed record Sight(string Own, string Open, string Kinds, string? Party, string? Mine)
{
    /// <summary>The whole condition for a living record.</summary>
    public string Sees => $"({Kinds} AND ({Own} OR {Open}))";

    public static Sight Of(Caller caller) => new(
        caller.IsOffice ? "(r.cleared IS NULL OR r.cleared LIKE @Mine ESCAPE '!')" : caller.Party is null ? "(1 = 0)" : "(r.owner = @Party)",
        "(r.visible = 1)",
        caller.Role switch
        {
            Role.Admin => "(1 = 1)",
            Role.Anonymous => $"(r.kind NOT IN ('{RecordKind.Account}', '{RecordKind.Firm}'))",
            _ => $"(r.kind <> '{RecordKind.Account}')",
        },
        caller.Party,
        caller.Email is { } email ? $"%|{LikeText.Escape(email.ToLowerInvariant())}|%" : null);

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
    public static string Escape(string text) => text
        .Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal);
}
