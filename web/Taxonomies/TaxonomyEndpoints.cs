using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Taxonomies;

/// <summary>The codes that tags claim and demands ask for, with their words; everybody reads them, admins edit them.</summary>
internal static class TaxonomyEndpoints
{
    private static readonly DefaultedRecordEndpoints<TaxonomyRevision> Edition = new(
        RecordKind.Taxonomy,
        (grains, id) => grains.Taxonomy(Known(id))
    );

    public static void MapTaxonomies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/taxonomies").WithTags("Taxonomies");
        group.MapGet("", List).WithSummary("Every taxonomy as it stands").Produces<Listed<TaxonomyRevision>>();
        group.MapGet("{id}", Edition.Get).WithSummary("One taxonomy").Produces<TaxonomyRevision>();
        group
            .MapPut("{id}", Edition.Put)
            .WithSummary("Replace a taxonomy's list: a code may be moved but never taken away")
            .Accepts<TaxonomyRevision>("application/json")
            .Produces<TaxonomyRevision>()
            .ReadsVersion()
            .RequireAuthorization();
    }

    private static async Task<IResult> List(ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation)
    {
        var caller = CurrentCaller.Of(user);
        var editions = await Task.WhenAll(
            TaxonomySet.BuiltIn.All.Select(one => grains.Taxonomy(one.Id).Get(caller, cancellation))
        );
        return new Page<TaxonomyRevision>([.. editions], null).Listed();
    }

    // Before a grain of that name could be made.
    private static string Known(string id) => TaxonomySet.BuiltIn.Find(id)?.Id ?? throw new NotFoundException();
}
