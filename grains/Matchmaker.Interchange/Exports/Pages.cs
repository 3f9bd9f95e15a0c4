using System.Runtime.CompilerServices;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Interchange.Exports;

/// <summary>Lists the records of one kind that a caller may see.</summary>
internal delegate IAsyncEnumerable<Listing> ListingPages(
    IGrainFactory grains,
    Caller caller,
    CancellationToken cancellation
);

/// <summary>Reads a whole collection page by page, while it is written.</summary>
internal static class Pages
{
    private const int PageSize = 500;

    public static async IAsyncEnumerable<Listing> Of<T>(
        IGrainFactory grains,
        Caller caller,
        [EnumeratorCancellation] CancellationToken cancellation
    )
        where T : Listing
    {
        string? after = null;
        do
        {
            var page = await grains
                .Catalogue<T>()
                .List(caller, new ListQuery(After: after, Limit: PageSize), cancellation);
            foreach (var listing in page.Items)
                yield return listing;
            after = page.Next;
        } while (after is not null);
    }
}
