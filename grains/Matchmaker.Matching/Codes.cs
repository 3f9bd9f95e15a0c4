using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>Equality of code lists by content; an ImmutableArray itself compares by reference.</summary>
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
