using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Programmes;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaker.Web.Programmes;

/// <summary>The funding programmes, assessments that are not stored, and the rules that admins edit.</summary>
internal static class ProgrammeEndpoints
{
    private static readonly DefaultedRecordEndpoints<ProgrammeRevision> Revisions = new(
        RecordKind.Programme,
        (grains, id) => grains.Programme(Known(id))
    );

    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/programmes").WithTags("Programmes");
        group
            .MapGet("", List)
            .WithSummary(
                "All programmes with the versions of their rules, the sources, and how open points are interpreted"
            );
        group
            .MapPost("/assess", Assess)
            .WithSummary("Assess an applicant on a day: ceilings, never entitlements")
            .Accepts<AssessmentRequest>("application/json")
            .Produces<Assessment>();
        group
            .MapGet("{id}", Revisions.Get)
            .WithSummary("The versions of one programme's rule")
            .Produces<ProgrammeRevision>();
        group
            .MapPut("{id}", Revisions.Put)
            .WithSummary("Replace the versions of a programme's rule (admins)")
            .Accepts<ProgrammeRevision>("application/json")
            .Produces<ProgrammeRevision>()
            .ReadsVersion()
            .RequireAuthorization();
        group
            .MapPost("{id}/preview", Preview)
            .WithSummary("The applicants whose assessment would change with these versions of a rule (admins)")
            .Accepts<PreviewRequest>("application/json")
            .Produces<RulePreview>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
    }

    private static async Task<Ok<ProgrammeList>> List(IGrainFactory grains, CancellationToken cancellation) =>
        TypedResults.Ok(await grains.Programmes().List(cancellation));

    private static async Task<Ok<Assessment>> Assess(
        HttpRequest request,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var asked = await StrictJson.Read<AssessmentRequest>(request);
        return TypedResults.Ok(await grains.Programmes().Assess(asked.On, asked.Facts, asked.Readings, cancellation));
    }

    private static async Task<IResult> Preview(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Programme);
        var asked = await StrictJson.Read<PreviewRequest>(request);
        return Results.Ok(await grains.Programmes().Preview(caller, Known(id), asked.Versions, asked.On, cancellation));
    }

    // An unknown id must not activate a grain.
    private static string Known(string id) => ProgrammeCatalogue.Find(id)?.Id ?? throw new NotFoundException();
}
