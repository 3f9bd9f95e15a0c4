using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Officers;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Desk;

/// <summary>The office's desk, and the actions on the desk as a whole.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/api/desk").WithTags("Desk").RequireAuthorization();
        desk.MapGet("", Get)
            .WithSummary("The desk: introductions, new matches, workloads and presence (officers)")
            .Produces<DeskAnswer>();
        desk.MapGet("recent", GetRecent)
            .WithSummary("What moved since the working day before today began, from the journal (officers)")
            .Produces<RecentChanges>();
        desk.MapPost("later", PostLater)
            .WithSummary("Hide a match from the caller until a day (officers)")
            .Accepts<PutOff>("application/json")
            .Produces(StatusCodes.Status204NoContent);
        desk.MapPost("unsuitable", PostUnsuitable)
            .WithSummary("Mark a match as unsuitable until one of its sides changes (officers)")
            .Accepts<NotSuitable>("application/json")
            .Produces(StatusCodes.Status204NoContent);
        desk.MapPost("handover", PostHandover)
            .WithSummary("Reassign all open introductions of an officer to another (officers)")
            .Accepts<Handover>("application/json")
            .Produces<HandedOver>();

        var officers = routes.MapGroup("/api/officers").WithTags("Desk").RequireAuthorization();
        officers
            .MapGet("", ListOfficers)
            .WithSummary("Absences and interests of all officers (officers)")
            .Produces<Listed<Officer>>()
            .ReadsList();
        officers
            .MapGet("{email}", GetOfficer)
            .WithSummary("One officer's absences and interests (officers)")
            .Produces<Officer>();
        officers
            .MapPut("{email}", PutOfficer)
            .WithSummary("Set an officer's absences and interests (the officer, or admins)")
            .Accepts<Officer>("application/json")
            .Produces<Officer>()
            .Produces<Officer>(StatusCodes.Status201Created)
            .ReadsVersion();
    }

    private static async Task<IResult> Get(
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Desk().Watch(Officer(user), null, cancellation));

    private static async Task<IResult> GetRecent(
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Desk().Recent(Officer(user), cancellation));

    private static async Task<IResult> PostLater(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time
    )
    {
        var caller = Officer(user);
        var body = await StrictJson.Read<PutOff>(request);
        await grains
            .Leads()
            .PutAside(caller, body.Demand, body.Match, body.Until ?? time.GetUtcNow() + TimeSpan.FromDays(1), null);
        return Results.NoContent();
    }

    private static async Task<IResult> PostUnsuitable(HttpRequest request, ClaimsPrincipal user, IGrainFactory grains)
    {
        var caller = Officer(user);
        var body = await StrictJson.Read<NotSuitable>(request);
        await grains.Leads().PutAside(caller, body.Demand, body.Match, null, body.Reason);
        return Results.NoContent();
    }

    private static async Task<IResult> PostHandover(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = Officer(user);
        var body = await StrictJson.Read<Handover>(request);
        return Results.Ok(
            new HandedOver(await grains.Desk().HandOver(caller, body.From ?? caller.Email!, body.To, cancellation))
        );
    }

    private static async Task<IResult> ListOfficers(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => (await grains.Catalogue<Officer>().List(Officer(user), ListParameters.Read(request), cancellation)).Listed();

    private static async Task<IResult> GetOfficer(
        string email,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => RecordResults.Record(response, await grains.Officer(email).Get(Officer(user), cancellation));

    private static async Task<IResult> PutOfficer(
        string email,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = Officer(user);
        var expected = Versions.Expected(request);
        var body = await StrictJson.Read<Officer>(request);
        return RecordResults.Saved(
            request.HttpContext.Response,
            await grains.Officer(email).Put(caller, body with { Id = "" }, expected, true, cancellation),
            $"/api/officers/{Email.Normal(email)}"
        );
    }

    private static Caller Officer(ClaimsPrincipal user) =>
        CurrentCaller.Of(user) is { IsOffice: true } caller ? caller : throw new ForbiddenException();
}

/// <param name="Until">Null: for a day.</param>
public sealed record PutOff(string Demand, string Match, DateTimeOffset? Until = null);

/// <param name="Reason">1 to 2 000 characters.</param>
public sealed record NotSuitable(string Demand, string Match, string Reason);

/// <param name="From">The officer's address; null: the caller.</param>
public sealed record Handover(string To, string? From = null);

/// <param name="Moved">The number of reassigned introductions.</param>
public sealed record HandedOver(int Moved);
