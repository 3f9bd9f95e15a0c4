using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Contracts.Records;

/// <summary>Lists the records of one kind that the caller may see. Key: 0; holds no state.</summary>
public interface IListingQueryGrain<T> : IGrainWithIntegerKey
    where T : Record
{
    /// <summary>In the ordinal order of ids.</summary>
    [Alias("list"), Repeatable]
    Task<Page<T>> List(Caller caller, ListQuery query, CancellationToken cancellation = default);
}

/// <summary>Which records of a kind.</summary>
/// <param name="Text">Words of the id, a name, an address or the unit, in any script and spelling; null: all.</param>
/// <param name="After">Continue after this id; null: from the start.</param>
/// <param name="Limit">1 to 500.</param>
/// <param name="Box">The area to search; null: everywhere.</param>
/// <param name="Parent">Only this building's spaces; null: of all buildings.</param>
/// <param name="Ids">Just these, at most 500; null: all.</param>
[GenerateSerializer, Immutable]
public sealed record ListQuery(
    string? Text = null,
    string? After = null,
    int Limit = 100,
    BoundingBox? Box = null,
    string? Parent = null,
    ImmutableArray<string>? Ids = null
);

/// <summary>A rectangle in degrees, WGS 84, its edges included.</summary>
[GenerateSerializer, Immutable]
public sealed record BoundingBox(double West, double South, double East, double North);

/// <param name="Next">The value of <c>after</c> for the next page; null: this is the last.</param>
[GenerateSerializer, Immutable]
public sealed record Page<T>(ImmutableArray<T> Items, string? Next);
