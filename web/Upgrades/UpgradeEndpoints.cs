using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Moving;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
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
            .Produces<UpgradeSteps>()
            .Reads("on", "string", "A day; default today in Hong Kong.");
        var group = new OwnRecordEndpoints<Upgrade>(
            RecordKind.Firm,
            "upgrade",
            (grains, firm) => grains.Upgrade(firm.Id),
            firm => firm.Id,
            (grains, caller, firm, cancellation) => grains.FirmThatUpgrades(caller, firm.Id, cancellation)
        ).Map(routes, "Upgrades", "What a firm keeps of its upgrading");
        group
            .MapGet("upgrade/path", Kept)
            .WithSummary("The path by what is kept: steps, money and the needs that they open")
            .Produces<DrawnPath>()
            .Waits(WorkQueue.Question)
            .Reads("on", "string", "A day; default today in Hong Kong.");
        group
            .MapGet("upgrade/path.xlsx", Export)
            .WithSummary("The path by what is kept as a workbook, with sources, dates and where to take the steps")
            .Waits(WorkQueue.Question)
            .Reads("on", "string", "A day; default today in Hong Kong.")
            .Reads("monthlyRent", "integer", "HK$ a month for the present unit; default not told.")
            .Reads("area", "number", "m² of the present unit; default as the profile says.")
            .Reads("floorLoading", "number", "kPa that the machines need; default not told.")
            .Reads("pointLoad", "number", "kN, likewise.")
            .Reads("headroom", "number", "m, likewise.")
            .Reads("power", "number", "A, three-phase, likewise.")
            .Reads("language", "string", "en, zh-Hant or zh-Hans; default the request's own.")
            .Produces<string>(
                StatusCodes.Status200OK,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            );
        group
            .MapGet("upgrade/news", News)
            .WithSummary("What the firm was told of the path that it keeps, the latest first")
            .Produces<PathNewsList>();
        group
            .MapPost("upgrade/path", Try)
            .WithSummary("The path by answers and steps that are not kept")
            .Accepts<PathQuestion>("application/json")
            .Produces<DrawnPath>()
            .Waits(WorkQueue.Question);
        group
            .MapPost("upgrade/alternatives", Alternatives)
            .WithSummary("Where the steps could be taken: where the firm is, nearby, or in an InnoPark")
            .Accepts<AlternativesQuestion>("application/json")
            .Produces<PathAlternatives>()
            .Waits(WorkQueue.Question);
    }

    private static async Task<IResult> Steps(HttpRequest request, IGrainFactory grains, CancellationToken cancellation)
    {
        var steps = await grains.Steps().On(QueryValues.Day(request, "on"), cancellation);
        return Results.Ok(
            new UpgradeSteps(
                steps.Version,
                steps.Offered,
                steps.Withdrawn,
                UpgradeTable.Groups,
                UpgradeTable.Symptoms,
                UpgradeTable.Dimensions,
                UpgradeTable.Levels,
                UpgradeTable.Rates
            )
        );
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

    private static async Task<IResult> News(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Upgrades().News(CurrentCaller.Of(user), id, cancellation));

    private static async Task Export(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var language = QueryValues.Language(request);
        var caller = CurrentCaller.Of(user);
        var path = await grains.UpgradePaths().Kept(caller, id, QueryValues.Day(request, "on"), cancellation);
        var steps = await grains.Steps().On(path.On, cancellation);
        var programmes = await grains.Programmes().List(cancellation);
        var needs = Needs(request);
        var places = path.Steps.IsEmpty
            ? null
            : await grains.UpgradePaths().Alternatives(caller, id, new(path.On, Needs: needs), cancellation);
        await ExportEndpoints.SendSheets(
            request.HttpContext.Response,
            "upgrade-path.xlsx",
            [.. PathSheets.Of(language, programmes, steps, path, places, needs.MonthlyRent)],
            cancellation
        );
    }

    private static PlaceNeeds Needs(HttpRequest request)
    {
        var rent = QueryValues.Number(request, "monthlyRent");
        if (rent is { } stated && (stated > long.MaxValue || stated != decimal.Truncate(stated)))
            throw new InvalidException(new FieldError("monthlyRent", "notANumber"));
        return new(
            QueryValues.Number(request, "area"),
            (long?)rent,
            QueryValues.Number(request, "floorLoading"),
            QueryValues.Number(request, "pointLoad"),
            QueryValues.Number(request, "headroom"),
            QueryValues.Number(request, "power")
        );
    }

    private static async Task<IResult> Alternatives(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Results.Ok(
            await grains
                .UpgradePaths()
                .Alternatives(
                    CurrentCaller.Of(user),
                    id,
                    await StrictJson.Read<AlternativesQuestion>(request),
                    cancellation
                )
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

/// <param name="Version">The number of the version of the table that holds on the day.</param>
/// <param name="Withdrawn">
/// Those that are no longer offered, each as it was offered last: firms may still keep them in their paths.
/// </param>
/// <param name="Groups">The questions about what hurts.</param>
internal sealed record UpgradeSteps(
    int Version,
    ImmutableArray<UpgradeStep> Steps,
    ImmutableArray<UpgradeStep> Withdrawn,
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
