using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Taxonomies;

/// <summary>The codes that tags claim and demands ask for, with their words; everybody reads them, admins edit them.</summary>
internal static class TaxonomyEndpoints
{
    public static void MapTaxonomies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/taxonomies").WithTags("Taxonomies");
        group.MapGet("", List).WithSummary("Every taxonomy as it stands").Produces<Listed<TaxonomyEdition>>();
        group.MapGet("{id}", Get).WithSummary("One taxonomy").Produces<TaxonomyEdition>();
        group.MapPut("{id}", Put).WithSummary("Replace a taxonomy's list: a code may be moved but never taken away").Accepts<TaxonomyEdition>("application/json")
            .Produces<TaxonomyEdition>().ReadsVersion().RequireAuthorization();
    }

    private static async Task<IResult> List(ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation)
    {
        var caller = CurrentCaller.Of(user);
        var editions = await Task.WhenAll(Matchmaker.Matching.Taxonomies.BuiltIn.All.Select(one => grains.Taxonomy(one.Id).Get(caller, cancellation)));
        return new Page<TaxonomyEdition>([.. editions], null).Listed();
    }

    private static async Task<IResult> Get(string id, HttpResponse response, ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation) =>
        Answers.Record(response, await grains.Taxonomy(Known(id)).Get(CurrentCaller.Of(user), cancellation));

    private static async Task<IResult> Put(string id, HttpRequest request, ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation)
    {
        var caller = CurrentCaller.Of(user);
        Answers.CheckWrites(caller, RecordKind.Taxonomy);
        var grain = grains.Taxonomy(Known(id));
        var expected = Versions.Expected(request) ?? throw new VersionException();
        var body = await StrictJson.Read<TaxonomyEdition>(request);
        if (body.Id.Length > 0 && body.Id != id)
            throw new InvalidException(new FieldError("id", "otherId", id));
        // Because the shipped list is version 0 of a record that always existed, replacing it creates nothing.
        return Answers.Record(request.HttpContext.Response, (await grain.Put(caller, body, expected, true, cancellation)).Record);
    }

    // Before a grain of that name could be made.
    private static string Known(string id) => Matchmaker.Matching.Taxonomies.BuiltIn.Find(id)?.Id ?? throw new NotFoundException();
}
