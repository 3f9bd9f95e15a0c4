using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Records;

/// <summary>The routes of every kind of record: list, create, read, replace, delete.</summary>
/// <param name="Grain">The record's grain by id.</param>
internal sealed record RecordEndpoints<T>(Func<IGrainFactory, string, IRecordGrain<T>> Grain)
    where T : Record
{
    private static readonly Kind Kind = KindTable.Of<T>();

    private static readonly string Collection = $"/api/{Kind.Collection}";

    public RouteGroupBuilder Map(IEndpointRouteBuilder routes, string tag)
    {
        var name = Kind.Code;
        var group = routes.MapGroup(Collection).WithTags(tag);
        Open(
            group.MapGet("", List).WithSummary($"Each {name} that the caller may see").Produces<Listed<T>>().ReadsList()
        );
        group
            .MapPost("", Post)
            .WithSummary($"Create a {name} under a random id")
            .Accepts<T>("application/json")
            .Produces<T>(StatusCodes.Status201Created)
            .ReadsKey()
            .RequireAuthorization();
        Open(group.MapGet("{id}", Get).WithSummary($"One {name}").Produces<T>());
        group
            .MapPut("{id}", Put)
            .WithSummary($"Replace a {name}, or create it if no version is expected")
            .Accepts<T>("application/json")
            .Produces<T>()
            .Produces<T>(StatusCodes.Status201Created)
            .ReadsVersion()
            .RequireAuthorization();
        group
            .MapDelete("{id}", Delete)
            .WithSummary($"Delete a {name}")
            .Produces(StatusCodes.Status204NoContent)
            .ReadsVersion()
            .RequireAuthorization();
        return group;
    }

    private static void Open(RouteHandlerBuilder route)
    {
        if (!Kind.IsOpen)
            route.RequireAuthorization();
    }

    private static async Task<IResult> List(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        (await grains.Catalogue<T>().List(CurrentCaller.Of(user), ListParameters.Read(request), cancellation)).Listed();

    private async Task<IResult> Get(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => RecordResults.Record(response, await Grain(grains, id).Get(CurrentCaller.Of(user), cancellation));

    private async Task<IResult> Post(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, Kind.Code);
        var body = await StrictJson.Read<T>(request);
        if (body.Id.Length > 0)
            throw new InvalidException(new FieldError("id", "idIsGiven"));
        var id = NewId.Of(request.HttpContext);
        var saved = await RecordResults.CreateOnce(
            () => Grain(grains, id).Put(caller, body, null, false, cancellation),
            () => Grain(grains, id).Get(caller, cancellation)
        );
        return RecordResults.Created(request.HttpContext.Response, saved, $"{Collection}/{id}");
    }

    private async Task<IResult> Put(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, Kind.Code);
        var expected = Versions.Expected(request);
        var body = await RecordBody.Read<T>(request, id);
        var saved = await Grain(grains, id).Put(caller, body, expected, true, cancellation);
        return RecordResults.Saved(request.HttpContext.Response, saved, $"{Collection}/{id}");
    }

    private async Task<IResult> Delete(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, Kind.Code);
        var grain = Grain(grains, id);
        if (Versions.Expected(request) is not { } expected)
        {
            // A record that the caller may not see is not found, whatever the body.
            await grain.Get(caller, cancellation);
            throw new VersionException();
        }

        await grain.Delete(caller, expected, cancellation);
        return Results.NoContent();
    }
}
