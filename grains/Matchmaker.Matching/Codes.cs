using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>Lists of codes compared by what is in them, because an ImmutableArray compares by where it lies in memory.</summary>
internal static class Codes
{
    public static bool Same(ImmutableArray<string>? left, ImmutableArray<string>? right) =>
        (left, right) switch
        {
            (null, null) => true,
            ({ IsDefault: false } some, { IsDefault: false } others) => some.AsSpan().SequenceEqual(others.AsSpan()),
            _ => left?.IsDefault == right?.IsDefault,
        };
}
