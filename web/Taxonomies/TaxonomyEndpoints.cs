using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Taxonomies;

/// <summary>The codes of tags and demands with their labels. Everybody reads them; admins edit them.</summary>
internal static class TaxonomyEndpoints
{
    private static readonly DefaultedRecordEndpoints<TaxonomyRevision> Revisions = new(
        RecordKind.Taxonomy,
        (grains, id) => grains.Taxonomy(Known(id))
    );

    public static void MapTaxonomies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/taxonomies").WithTags("Taxonomies");
        group.MapGet("", List).WithSummary("All taxonomies").Produces<Listed<TaxonomyRevision>>();
        group.MapGet("{id}", Revisions.Get).WithSummary("One taxonomy").Produces<TaxonomyRevision>();
        group
            .MapPut("{id}", Revisions.Put)
            .WithSummary("Replace a taxonomy: a code can be moved but not removed")
            .Accepts<TaxonomyRevision>("application/json")
            .Produces<TaxonomyRevision>()
            .ReadsVersion()
            .RequireAuthorization();
    }

    private static async Task<IResult> List(ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation)
    {
        var caller = CurrentCaller.Of(user);
        var revisions = await Task.WhenAll(
            TaxonomySet.BuiltIn.All.Select(taxonomy => grains.Taxonomy(taxonomy.Id).Get(caller, cancellation))
        );
        return new Page<TaxonomyRevision>([.. revisions], null).Listed();
    }

    // An unknown id must not activate a grain.
    private static string Known(string id) => TaxonomySet.BuiltIn.Find(id)?.Id ?? throw new NotFoundException();
}
