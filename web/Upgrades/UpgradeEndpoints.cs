using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Upgrades;

/// <summary>How a manufacturer upgrades: the steps there are, what it keeps, and the path that follows.</summary>
internal static class UpgradeEndpoints
{
    public static void MapUpgrades(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/upgrade-steps", Steps)
            .WithTags("Upgrades")
            .WithSummary("The steps by which a manufacturer upgrades, with the questions that lead to them")
            .Produces<UpgradeSteps>();
        var group = routes.MapGroup("/api/firms/{id}/upgrade").WithTags("Upgrades").RequireAuthorization();
        group.MapGet("", Get).WithSummary("What a firm keeps of its upgrading").Produces<Upgrade>();
        group
            .MapPut("", Put)
            .WithSummary("Replace what is kept, or create it if no version is expected")
            .Accepts<Upgrade>("application/json")
            .Produces<Upgrade>()
            .Produces<Upgrade>(StatusCodes.Status201Created)
            .ReadsVersion();
        group
            .MapDelete("", Delete)
            .WithSummary("Delete what is kept")
            .Produces(StatusCodes.Status204NoContent)
            .ReadsVersion();
        group
            .MapGet("path", Kept)
            .WithSummary("The path by what is kept: steps, money and the needs that they open")
            .Produces<DrawnPath>()
            .Waits(WorkQueue.Question)
            .Reads("on", "string", "A day; default today in Hong Kong.");
        group
            .MapPost("path", Try)
            .WithSummary("The path by answers and steps that are not kept")
            .Accepts<PathQuestion>("application/json")
            .Produces<DrawnPath>()
            .Waits(WorkQueue.Question);
    }

    private static IResult Steps() =>
        Results.Ok(
            new UpgradeSteps(
                UpgradeTable.Steps,
                UpgradeTable.Groups,
                UpgradeTable.Symptoms,
                UpgradeTable.Dimensions,
                UpgradeTable.Levels,
                UpgradeTable.Rates
            )
        );

    private static async Task<IResult> Get(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => RecordResults.Record(response, await grains.Upgrade(id).Get(CurrentCaller.Of(user), cancellation));

    private static async Task<IResult> Put(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Upgrade);
        await grains.FirmThatUpgrades(caller, id, cancellation);
        var expected = Versions.Expected(request);
        var body = await StrictJson.Read<Upgrade>(request);
        if (body.Id.Length > 0 && body.Id != id)
            throw new InvalidException(new FieldError("id", "otherId", id));
        return RecordResults.Saved(
            request.HttpContext.Response,
            await grains.Upgrade(id).Put(caller, body, expected, true, cancellation),
            $"/api/firms/{id}/upgrade"
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
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Upgrade);
        await grains.Upgrade(id).Get(caller, cancellation);
        await grains
            .Upgrade(id)
            .Delete(caller, Versions.Expected(request) ?? throw new VersionException(), cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> Kept(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Results.Ok(
            await grains.UpgradePaths().Kept(CurrentCaller.Of(user), id, QueryValues.Day(request, "on"), cancellation)
        );

    private static async Task<IResult> Try(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var body = await StrictJson.Read<PathQuestion>(request);
        return Results.Ok(
            await grains
                .UpgradePaths()
                .Try(CurrentCaller.Of(user), id, body.On, body.Answers ?? new(), body.Steps ?? [], cancellation)
        );
    }
}

/// <param name="Groups">The questions about what hurts.</param>
internal sealed record UpgradeSteps(
    ImmutableArray<UpgradeStep> Steps,
    ImmutableArray<UpgradeTerm> Groups,
    ImmutableArray<UpgradeSymptom> Symptoms,
    ImmutableArray<UpgradeTerm> Dimensions,
    ImmutableArray<SmartLevel> Levels,
    ImmutableArray<UpgradeRate> Rates
);

/// <param name="On">The day; null: today in Hong Kong.</param>
/// <param name="Answers">Null: none.</param>
/// <param name="Steps">Null: none.</param>
internal sealed record PathQuestion(
    DateOnly? On = null,
    UpgradeAnswers? Answers = null,
    ImmutableArray<ChosenStep>? Steps = null
);
