using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Gates;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Gates;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Gates;

/// <summary>The table of gates, by which uses are judged: dated versions that admins publish.</summary>
internal static class GateEndpoints
{
    public static void MapGates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/gates").WithTags("Gates").RequireAuthorization();
        group
            .MapGet("", List)
            .WithSummary("The versions of the table, the last published one first (admins)")
            .Produces<GateHistory>();
        group
            .MapGet("{number:int}", Get)
            .WithSummary("One version: its rows, and what differs from the one before it (admins)")
            .Produces<GateVersionDetail>();
        group
            .MapGet("{number:int}.csv", Export)
            .WithSummary("The rows of one version as a file, with the columns of gates.csv (admins)")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Waits(WorkQueue.Export);
        group
            .MapPost("", Publish)
            .WithSummary("Publish the next version; If-Match names the last one (admins)")
            .Accepts<GateDraft>("application/json")
            .Produces<GateVersionDetail>(StatusCodes.Status201Created)
            .ReadsVersion();
        group
            .MapPost("preview", Preview)
            .WithSummary("Whose verdicts and matches a version would change, published now (admins)")
            .Accepts<GateDraft>("application/json")
            .Produces<GatePreview>()
            .Waits(WorkQueue.Question);
    }

    private static async Task<IResult> List(
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var history = await grains.Gates().List(CurrentCaller.Of(user), cancellation);
        response.Headers.ETag = Versions.Tag(history.Items[0].Number);
        return Results.Ok(history);
    }

    private static async Task<IResult> Get(
        int number,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Gates().Get(CurrentCaller.Of(user), number, cancellation));

    private static async Task Export(
        int number,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var version = await grains.Gates().Get(CurrentCaller.Of(user), number, cancellation);
        await ExportEndpoints.Send(
            response,
            $"gates-{number}.csv",
            new(
                "gates",
                ["gate", "key", "use", "verdict", "from", "to", "condition", "source", "note"],
                version.Rows.Select(Cells)
            ),
            cancellation
        );
    }

    private static object?[] Cells(GateRow row) =>
        [
            Json.Code(row.Gate),
            row.Key,
            row.Use,
            Json.Code(row.Verdict),
            $"{row.From:yyyy-MM-dd}",
            $"{row.To:yyyy-MM-dd}",
            row.Condition,
            row.Source,
            row.Note,
        ];

    private static async Task<IResult> Publish(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Gates);
        var expected = Versions.Expected(request) ?? throw new VersionException();
        var draft = await StrictJson.Read<GateDraft>(request);
        var published = await grains.Gates().Publish(caller, draft, expected, cancellation);
        request.HttpContext.Response.Headers.ETag = Versions.Tag(published.Version.Number);
        return Results.Created($"/api/gates/{published.Version.Number}", published);
    }

    private static async Task<IResult> Preview(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Gates);
        return Results.Ok(
            await grains.Gates().Preview(caller, await StrictJson.Read<GateDraft>(request), cancellation)
        );
    }
}
