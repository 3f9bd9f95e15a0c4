using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Upgrades;

/// <summary>
/// The package of a firm: what an enterprise's package is for one that comes, the kept path is for one that is here.
/// </summary>
internal static class FirmPackageEndpoints
{
    public static void MapFirmPackages(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/firms/{id}/package", Get)
            .WithTags("Programmes")
            .WithSummary(
                "The kept path with all that it rests on: steps, builders, centres, programmes, places, sources"
            )
            .RequireAuthorization()
            .Waits(WorkQueue.Question)
            .Reads("on", "string", "A day; default today in Hong Kong.")
            .Produces<FirmPackage>();
        routes
            .MapGet("/api/firms/{id}/package.xlsx", Export)
            .WithTags("Programmes")
            .WithSummary("The same as a workbook: path, places and sources")
            .RequireAuthorization()
            .Waits(WorkQueue.Question)
            .Reads("on", "string", "A day; default today in Hong Kong.")
            .Reads("language", "string", "en, zh-Hant or zh-Hans; default the request's own.")
            .Produces<string>(
                StatusCodes.Status200OK,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            );
    }

    private static async Task<IResult> Get(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var drawn = await Draw(grains, CurrentCaller.Of(user), id, QueryValues.Day(request, "on"), cancellation);
        return Results.Ok(drawn.Package);
    }

    private static async Task Export(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var language = QueryValues.Language(request);
        var (package, steps, programmes) = await Draw(
            grains,
            CurrentCaller.Of(user),
            id,
            QueryValues.Day(request, "on"),
            cancellation
        );
        await ExportEndpoints.SendSheets(
            request.HttpContext.Response,
            "package.xlsx",
            [
                .. PathSheets.Of(language, programmes, steps, package.Path, package.Places, rent: null),
                new SourcesTable(language).Of(package),
            ],
            cancellation
        );
    }

    private static async Task<(FirmPackage Package, StepsOfDay Steps, ProgrammeList Programmes)> Draw(
        IGrainFactory grains,
        Caller caller,
        string id,
        DateOnly? on,
        CancellationToken cancellation
    )
    {
        var path = await grains.UpgradePaths().Kept(caller, id, on, cancellation);
        var firm = await grains.Firm(id).Get(caller, cancellation);
        var steps = await grains.Steps().On(path.On, cancellation);
        var programmes = await grains.Programmes().List(cancellation);
        var places = path.Steps.IsEmpty
            ? null
            : await grains.UpgradePaths().Alternatives(caller, id, new(path.On), cancellation);
        var offers = path.Steps.SelectMany(step => step.Programmes).ToList();
        var package = new FirmPackage(
            firm.Name,
            // What it does not take is no part of the package.
            path with
            {
                Suggestions = [],
            },
            [.. path.Steps.Select(step => steps.Find(step.Step)!)],
            [
                .. programmes
                    .Items.Where(programme => offers.Exists(offer => offer.Programme == programme.Id))
                    .Select(programme => new PackagedProgramme(programme.Id, programme.Name)),
            ],
            [.. programmes.Sources.Where(source => offers.Exists(offer => offer.Source == source.Code))],
            places
        );
        return (package, steps, programmes);
    }
}

/// <param name="Name">The firm's; null: it has none.</param>
/// <param name="Path">The kept path, without what else was suggested.</param>
/// <param name="Steps">The path's steps as the table of its day has them, in the path's order.</param>
/// <param name="Programmes">Those that may pay for any of them.</param>
/// <param name="Sources">Where their rules are written.</param>
/// <param name="Places">Where the steps could be taken, by what the profile says; null: there is no step.</param>
internal sealed record FirmPackage(
    LocalText? Name,
    DrawnPath Path,
    ImmutableArray<UpgradeStep> Steps,
    ImmutableArray<PackagedProgramme> Programmes,
    ImmutableArray<ProgrammeSource> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PathAlternatives? Places
);

internal sealed record PackagedProgramme(string Id, LocalText Name);
