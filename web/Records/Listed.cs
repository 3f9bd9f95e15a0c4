using System.Collections.Immutable;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web.Records;

/// <summary>A page of a collection.</summary>
/// <param name="Next">What to pass as <c>after</c> for the rest; null: there is no more.</param>
public sealed record Listed<T>(ImmutableArray<T> Items, string? Next);

/// <summary>Pages as they are answered.</summary>
internal static class Listing
{
    public static IResult Listed<T>(this Page<T> page) => Results.Ok(new Listed<T>(page.Items, page.Next));
}
