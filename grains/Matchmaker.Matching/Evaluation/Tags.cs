using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Evaluation;

/// <summary>Matching of taxonomy codes, which are paths: <c>a/b/c</c> is narrower than <c>a/b</c>.</summary>
internal static class Tags
{
    /// <summary>
    /// 1: the code or a narrower one is claimed on that day; unknown: only a broader one is; otherwise 0.
    /// </summary>
    public static int Coverage(ImmutableArray<Tag> tags, string code, DateOnly day)
    {
        var coverage = 0;
        foreach (var tag in tags)
        {
            if (!IsClaimed(tag, day))
                continue;
            if (IsSameOrNarrower(tag.Code, code))
                return 1;
            if (IsSameOrNarrower(code, tag.Code))
                coverage = CompiledCriterion.Unknown;
        }

        return coverage;
    }

    /// <summary>The tags claimed on that day; a claim holds up to and including its last day.</summary>
    public static TagsValue Claimed(TagsValue? value, DateOnly day) =>
        new([.. (value?.Tags ?? []).Where(tag => IsClaimed(tag, day))]);

    /// <summary>Whether any claim holds on exactly one of the two days.</summary>
    public static bool AnyExpiresBetween(TagsValue value, DateOnly before, DateOnly after) =>
        value.Tags.Any(tag => IsClaimed(tag, before) != IsClaimed(tag, after));

    private static bool IsClaimed(Tag tag, DateOnly day) => tag.Until is not { } last || day <= last;

    private static bool IsSameOrNarrower(string narrow, string broad) =>
        narrow.StartsWith(broad, StringComparison.Ordinal)
        && (narrow.Length == broad.Length || narrow[broad.Length] == '/');
}
