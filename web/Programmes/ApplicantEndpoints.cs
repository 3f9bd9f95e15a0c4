using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Programmes;

/// <summary>The facts of a party as an applicant, and its assessment.</summary>
internal static class ApplicantRoutes
{
    public static void MapApplicants(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in ApplicantId.Kinds)
            new ApplicantEndpoints(kind).Map(routes);
    }
}

/// <summary>The routes of one kind of party.</summary>
internal sealed class ApplicantEndpoints(string kind)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var (collection, name) = (KindTable.Of(kind).Collection, KindTable.Of(kind).Code);
        var group = routes.MapGroup($"/api/{collection}/{{id}}").WithTags("Programmes").RequireAuthorization();
        group
            .MapGet("applicant", Get)
            .WithSummary($"The stored facts of the {name} as an applicant for programmes")
            .Produces<Applicant>();
        group
            .MapPut("applicant", Put)
            .WithSummary("Replace the facts, or create them if no version is expected")
            .Accepts<Applicant>("application/json")
            .Produces<Applicant>()
            .Produces<Applicant>(StatusCodes.Status201Created)
            .ReadsVersion();
        group
            .MapDelete("applicant", Delete)
            .WithSummary("Delete the facts")
            .Produces(StatusCodes.Status204NoContent)
            .ReadsVersion();
        group
            .MapGet("assessment", Assess)
            .WithSummary($"What the {name} may get on a day by the facts that are kept: ceilings, never entitlements")
            .Produces<KeptAssessment>()
            .Reads("on", "string", "A day; default today in Hong Kong.");
    }

    private async Task<IResult> Get(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = await Authorize(id, user, grains, cancellation);
        return RecordResults.Record(response, await grains.Applicant(Party(id)).Get(caller, cancellation));
    }

    private async Task<IResult> Put(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        RecordResults.CheckWrites(CurrentCaller.Of(user), RecordKind.Applicant);
        var caller = await Authorize(id, user, grains, cancellation);
        var expected = Versions.Expected(request);
        var body = await StrictJson.Read<Applicant>(request);
        if (body.Id.Length > 0 && body.Id != ApplicantId.Of(Party(id)))
            throw new InvalidException(new FieldError("id", "otherId", ApplicantId.Of(Party(id))));
        return RecordResults.Saved(
            request.HttpContext.Response,
            await grains.Applicant(Party(id)).Put(caller, body, expected, true, cancellation),
            $"/api/{Party(id)}/applicant"
        );
    }

    private async Task<IResult> Delete(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        RecordResults.CheckWrites(CurrentCaller.Of(user), RecordKind.Applicant);
        var caller = await Authorize(id, user, grains, cancellation);
        var grain = grains.Applicant(Party(id));
        await grain.Get(caller, cancellation);
        await grain.Delete(caller, Versions.Expected(request) ?? throw new VersionException(), cancellation);
        return Results.NoContent();
    }

    private async Task<IResult> Assess(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Results.Ok(
            await grains
                .Programmes()
                .AssessKept(
                    CurrentCaller.Of(user),
                    ApplicantId.Of(Party(id)),
                    QueryValues.Day(request, "on"),
                    cancellation
                )
        );

    private PartyId Party(string id) => new(kind, id);

    // The facts of a party of which the caller may not know as an applicant are not found.
    private async Task<Caller> Authorize(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        await grains.PartyOfApplicant(caller, Party(id), cancellation);
        return caller;
    }
}
