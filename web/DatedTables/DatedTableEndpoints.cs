using System.Security.Claims;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.DatedTables;

/// <summary>A table that admins edit as dated versions.</summary>
/// <param name="Path">The collection's name in the address, and in the name of its files.</param>
/// <param name="Kind">The kind of the versions' records.</param>
/// <param name="Changes">What a preview tells, for the document of the API.</param>
/// <param name="Columns">Those of the shipped table.</param>
/// <param name="Cells">A row in these columns.</param>
internal sealed record DatedTableEndpoints<TRow, TPreview>(
    string Path,
    string Kind,
    string Changes,
    string[] Columns,
    Func<TRow, object?[]> Cells,
    Func<IGrainFactory, IDatedTableGrain<TRow, TPreview>> Grain
)
    where TRow : class
{
    public void Map(IEndpointRouteBuilder routes, string tag)
    {
        var group = routes.MapGroup($"/api/{Path}").WithTags(tag).RequireAuthorization();
        group
            .MapGet("", List)
            .WithSummary("The versions of the table, the last published one first (admins)")
            .Produces<TableHistory>();
        group
            .MapGet("{number:int}", Get)
            .WithSummary("One version: its rows, and what differs from the one before it (admins)")
            .Produces<TableVersionDetail<TRow>>();
        group
            .MapGet("{number:int}.csv", Export)
            .WithSummary($"The rows of one version as a file, with the columns of {Path}.csv (admins)")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Waits(WorkQueue.Export);
        group
            .MapPost("", Publish)
            .WithSummary("Publish the next version; If-Match names the last one (admins)")
            .Accepts<TableDraft<TRow>>("application/json")
            .Produces<TableVersionDetail<TRow>>(StatusCodes.Status201Created)
            .ReadsVersion();
        group
            .MapPost("preview", Preview)
            .WithSummary($"{Changes}, published now (admins)")
            .Accepts<TableDraft<TRow>>("application/json")
            .Produces<TPreview>()
            .Waits(WorkQueue.Question);
    }

    private async Task<IResult> List(
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var history = await Grain(grains).List(CurrentCaller.Of(user), cancellation);
        response.Headers.ETag = Versions.Tag(history.Items[0].Number);
        return Results.Ok(history);
    }

    private async Task<IResult> Get(
        int number,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await Grain(grains).Get(CurrentCaller.Of(user), number, cancellation));

    private async Task Export(
        int number,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var version = await Grain(grains).Get(CurrentCaller.Of(user), number, cancellation);
        await ExportEndpoints.Send(
            response,
            $"{Path}-{number}.csv",
            new(Path, Columns, version.Rows.Select(Cells)),
            cancellation
        );
    }

    private async Task<IResult> Publish(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, Kind);
        var expected = Versions.Expected(request) ?? throw new VersionException();
        var draft = await StrictJson.Read<TableDraft<TRow>>(request);
        var published = await Grain(grains).Publish(caller, draft, expected, cancellation);
        request.HttpContext.Response.Headers.ETag = Versions.Tag(published.Version.Number);
        return Results.Created($"/api/{Path}/{published.Version.Number}", published);
    }

    private async Task<IResult> Preview(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, Kind);
        return Results.Ok(
            await Grain(grains).Preview(caller, await StrictJson.Read<TableDraft<TRow>>(request), cancellation)
        );
    }
}
