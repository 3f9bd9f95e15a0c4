using System.Globalization;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Gates;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Buildings;

/// <summary>Buildings and their spaces, the listings of the sites board.</summary>
internal static class BuildingEndpoints
{
    private const string AsOf = "The day on which rules, waivers and freshness are judged; default today in Hong Kong.";

    public static void MapBuildings(this IEndpointRouteBuilder routes)
    {
        new RecordEndpoints<Building>((grains, id) => grains.Building(id)).Map(routes, "Buildings");
        var spaces = routes.MapGroup("/api/buildings/{building}/spaces").WithTags("Buildings");
        spaces
            .MapGet("", ListOfBuilding)
            .WithSummary("A building's spaces that the caller may see")
            .Produces<Listed<Space>>()
            .ReadsList();
        spaces
            .MapPost("", Post)
            .WithSummary("Create a space under a random id")
            .Accepts<Space>("application/json")
            .Produces<Space>(StatusCodes.Status201Created)
            .ReadsKey()
            .RequireAuthorization();
        spaces.MapGet("{space}", Get).WithSummary("One space").Produces<Space>();
        spaces
            .MapGet("{space}/uses", Uses)
            .WithSummary("Each use of a space: as stated, or as plan, lease and neighbours say")
            .Produces<UseReport>()
            .Reads("asOf", "string", AsOf);
        routes
            .MapGet("/api/buildings/{building}/uses", UsesOfBuilding)
            .WithTags("Buildings")
            .WithSummary("Each use of a building: as stated, or as plan, lease and neighbours say")
            .Produces<UseReport>()
            .Reads("asOf", "string", AsOf);
        routes
            .MapGet("/api/buildings/{building}/verdicts", Verdicts)
            .WithTags("Buildings")
            .WithSummary("The verdict on each use of each of a building's spaces, for its stacking plan")
            .Produces<VerdictReport>()
            .Reads("asOf", "string", AsOf);
        spaces
            .MapPut("{space}", Put)
            .WithSummary("Replace a space, or create it if no version is expected")
            .Accepts<Space>("application/json")
            .Produces<Space>()
            .Produces<Space>(StatusCodes.Status201Created)
            .ReadsVersion()
            .RequireAuthorization();
        spaces
            .MapDelete("{space}", Delete)
            .WithSummary("Delete a space")
            .Produces(StatusCodes.Status204NoContent)
            .ReadsVersion()
            .RequireAuthorization();
        spaces
            .MapPost("{space}/hold", Hold)
            .WithSummary("Hold a vacant space for one demand until the end of a day (officers)")
            .Accepts<HoldRequest>("application/json")
            .Produces<Space>(StatusCodes.Status201Created)
            .ReadsKey()
            .RequireAuthorization();
        spaces
            .MapDelete("{space}/hold", Release)
            .WithSummary("End a hold (officers)")
            .Produces(StatusCodes.Status204NoContent)
            .RequireAuthorization();
        routes
            .MapGet("/api/spaces", List)
            .WithTags("Buildings")
            .WithSummary("Spaces of all buildings that the caller may see")
            .Produces<Listed<Space>>()
            .ReadsList();
    }

    private static async Task<IResult> List(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        (
            await grains.Catalogue<Space>().List(CurrentCaller.Of(user), ListParameters.Read(request), cancellation)
        ).Listed();

    private static async Task<IResult> ListOfBuilding(
        string building,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        await grains.Building(building).Get(caller, cancellation);
        return (
            await grains.Catalogue<Space>().List(caller, ListParameters.Read(request, building), cancellation)
        ).Listed();
    }

    private static async Task<IResult> Get(
        string building,
        string space,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        RecordResults.Record(
            response,
            await grains.Building(building).GetSpace(CurrentCaller.Of(user), space, cancellation)
        );

    private static async Task<IResult> Uses(
        string building,
        string space,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Building(building).GetUses(CurrentCaller.Of(user), space, Day(request), cancellation));

    private static async Task<IResult> UsesOfBuilding(
        string building,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Building(building).GetUses(CurrentCaller.Of(user), null, Day(request), cancellation));

    private static async Task<IResult> Verdicts(
        string building,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Building(building).GetVerdicts(CurrentCaller.Of(user), Day(request), cancellation));

    private static DateOnly? Day(HttpRequest request)
    {
        if (request.Query["asOf"].ToString() is not { Length: > 0 } text)
            return null;
        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new InvalidException(new FieldError("asOf", "notADay"));
    }

    private static async Task<IResult> Post(
        string building,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Space);
        var body = await StrictJson.Read<Space>(request);
        if (body.Id.Length > 0)
            throw new InvalidException(new FieldError("id", "idIsGiven"));
        var (grain, id) = (grains.Building(building), NewId.Of(request.HttpContext));
        var saved = await RecordResults.CreateOnce(
            () => grain.PutSpace(caller, id, body, null, false, cancellation),
            () => grain.GetSpace(caller, id, cancellation)
        );
        return RecordResults.Created(request.HttpContext.Response, saved, $"/api/buildings/{building}/spaces/{id}");
    }

    private static async Task<IResult> Put(
        string building,
        string space,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Space);
        var expected = Versions.Expected(request);
        var id = new SpaceId(building, space).ToString();
        var body = await RecordBody.Read<Space>(request, id);
        var saved = await grains.Building(building).PutSpace(caller, space, body, expected, true, cancellation);
        return RecordResults.Saved(request.HttpContext.Response, saved, $"/api/buildings/{building}/spaces/{space}");
    }

    private static async Task<IResult> Hold(
        string building,
        string space,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var asked = await StrictJson.Read<HoldRequest>(request);
        var held = await grains.Holds().Hold(caller, new(building, space), asked, cancellation);
        return RecordResults.Created(
            request.HttpContext.Response,
            new Saved<Space>(held, true),
            $"/api/buildings/{building}/spaces/{space}"
        );
    }

    private static async Task<IResult> Release(
        string building,
        string space,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        await grains.Holds().Release(CurrentCaller.Of(user), new(building, space), cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> Delete(
        string building,
        string space,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Space);
        var grain = grains.Building(building);
        if (Versions.Expected(request) is not { } expected)
        {
            await grain.GetSpace(caller, space, cancellation);
            throw new VersionException();
        }

        await grain.DeleteSpace(caller, space, expected, cancellation);
        return Results.NoContent();
    }
}
