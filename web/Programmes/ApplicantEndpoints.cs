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

/// <summary>The facts of an enterprise as an applicant, and its assessment.</summary>
internal static class ApplicantEndpoints
{
    public static void MapApplicants(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/enterprises/{id}").WithTags("Programmes").RequireAuthorization();
        group
            .MapGet("applicant", Get)
            .WithSummary("The stored facts of an enterprise as an applicant for programmes")
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
            .WithSummary(
                "What the enterprise may get on a day by the facts that are kept: ceilings, never entitlements"
            )
            .Produces<KeptAssessment>()
            .Reads("on", "string", "A day; default today in Hong Kong.");
    }

    private static async Task<IResult> Get(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = await Authorize(id, user, grains, cancellation);
        return RecordResults.Record(response, await grains.Applicant(id).Get(caller, cancellation));
    }

    private static async Task<IResult> Put(
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
        if (body.Id.Length > 0 && body.Id != id)
            throw new InvalidException(new FieldError("id", "otherId", id));
        return RecordResults.Saved(
            request.HttpContext.Response,
            await grains.Applicant(id).Put(caller, body, expected, true, cancellation),
            $"/api/enterprises/{id}/applicant"
        );
    }

    private static async Task<IResult> Delete(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        RecordResults.CheckWrites(CurrentCaller.Of(user), RecordKind.Applicant);
        var caller = await Authorize(id, user, grains, cancellation);
        await grains.Applicant(id).Get(caller, cancellation);
        await grains
            .Applicant(id)
            .Delete(caller, Versions.Expected(request) ?? throw new VersionException(), cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> Assess(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Results.Ok(
            await grains
                .Programmes()
                .AssessKept(CurrentCaller.Of(user), id, QueryValues.Day(request, "on"), cancellation)
        );

    // The facts of an enterprise that the caller may not see are not found.
    private static async Task<Caller> Authorize(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        await grains.Enterprise(id).Get(caller, cancellation);
        return caller;
    }
}
