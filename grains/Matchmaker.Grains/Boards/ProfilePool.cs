using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

/// <summary>
/// Shares what many profiles have alike, because a hundred thousand of them would else hold as many copies of each name
/// and day.
/// </summary>
internal static class ProfilePool
{
    private const int Most = 20_000;

    private static readonly FrozenDictionary<string, string> Codes = BoardTable
        .All.SelectMany(board => board.Attributes)
        .Select(attribute => attribute.Code)
        .Distinct()
        .ToFrozenDictionary(code => code, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<
        (string Codes, DateOnly Day),
        ImmutableSortedDictionary<string, DateOnly>
    > KnownDays = new();

    /// <summary>The one copy of an attribute's code.</summary>
    public static string Code(string code) => Codes.GetValueOrDefault(code, code);

    /// <summary>The values under the one copies of their codes.</summary>
    public static ImmutableSortedDictionary<string, Value> Values(ImmutableSortedDictionary<string, Value> values) =>
        values
            .Select(value => KeyValuePair.Create(Code(value.Key), value.Value))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>One day for all of these attributes.</summary>
    public static ImmutableSortedDictionary<string, DateOnly> Days(IEnumerable<string> codes, DateOnly day)
    {
        var key = (string.Join(',', codes), day);
        if (KnownDays.TryGetValue(key, out var known))
            return known;
        var days = key
            .Item1.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .ToImmutableSortedDictionary(Code, _ => day, StringComparer.Ordinal);
        return KnownDays.Count < Most ? KnownDays.GetOrAdd(key, days) : days;
    }
}
