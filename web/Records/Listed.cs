using System.Collections.Immutable;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web.Records;

/// <summary>A page of a collection.</summary>
/// <param name="Next">The <c>after</c> of the next page; null: this is the last page.</param>
public sealed record Listed<T>(ImmutableArray<T> Items, string? Next);

/// <summary>Turns pages into responses.</summary>
internal static class Listing
{
    public static IResult Listed<T>(this Page<T> page) => Results.Ok(new Listed<T>(page.Items, page.Next));
}
