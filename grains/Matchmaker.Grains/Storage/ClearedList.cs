using System.Collections.Immutable;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// The officers who may know of a confidential record, as a column holds them: <c>|a@b|c@d|</c>, or null where it is
/// not confidential.
/// </summary>
internal static class ClearedList
{
    public static ImmutableArray<string>? Read(string? column) =>
        column is null ? null : [.. column.Split('|', StringSplitOptions.RemoveEmptyEntries)];

    public static string? Write(ImmutableArray<string>? cleared) =>
        cleared is { } officers ? $"|{string.Join('|', officers.Select(email => email.ToLowerInvariant()))}|" : null;
}
