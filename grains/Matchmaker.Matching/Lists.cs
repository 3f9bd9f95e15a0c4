using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>Equality of lists by content; an ImmutableArray itself compares by reference.</summary>
internal static class Lists
{
    public static bool Same<T>(ImmutableArray<T>? left, ImmutableArray<T>? right) =>
        (left, right) switch
        {
            (null, null) => true,
            ({ IsDefault: false } some, { IsDefault: false } others) => some.AsSpan().SequenceEqual(others.AsSpan()),
            _ => left?.IsDefault == right?.IsDefault,
        };
}
