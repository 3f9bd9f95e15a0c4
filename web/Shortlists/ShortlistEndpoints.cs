using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Shortlists;

/// <summary>Shortlists: what a demand was shown, kept, looked at again and worked out again.</summary>
internal static class ShortlistEndpoints
{
    private const int MaxListed = 500;

    public static void MapShortlists(this IEndpointRouteBuilder routes)
    {
        var shortlists = new RecordEndpoints<Shortlist>((grains, id) => grains.Shortlist(id)).Map(routes, "Shortlists");
        shortlists
            .MapGet("{id}/replay", Replay)
            .WithSummary("Work a shortlist out again from the journal")
            .Produces<ReplayReport>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        shortlists
            .MapGet("{id}/since", Since)
            .WithSummary("What has changed since a shortlist was kept")
            .Produces<SinceReport>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        shortlists
            .MapGet("{id}.xlsx", Export)
            .WithSummary("A shortlist as a workbook, each fact with its source and day")
            .Reads("language", "string", "en, zh-Hant or zh-Hans; default the request's own.")
            .Produces<string>(
                StatusCodes.Status200OK,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            )
            .Waits(WorkQueue.Export)
            .RequireAuthorization();
        routes
            .MapPost("/api/demands/{id}/shortlists", Keep)
            .WithTags("Shortlists")
            .WithSummary("Keep some of what a demand is shown")
            .Accepts<ShortlistDraft>("application/json")
            .Produces<Shortlist>(StatusCodes.Status201Created)
            .ReadsKey()
            .RequireAuthorization();
        routes
            .MapGet("/api/demands/{id}/shortlists", ListOfDemand)
            .WithTags("Shortlists")
            .WithSummary("A demand's shortlists, without what they show")
            .Produces<Listed<Shortlist>>()
            .RequireAuthorization();
    }

    private static async Task<IResult> Keep(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Shortlist);
        await grains.Demand(id).Get(caller, cancellation);
        var draft = await StrictJson.Read<ShortlistDraft>(request);
        var body = new Shortlist
        {
            Demand = id,
            Name = draft.Name,
            Items = draft.Items.IsDefault ? [] : [.. draft.Items.Select(item => new ShortlistItem(item))],
        };
        var made = NewId.Of(request.HttpContext);
        var saved = await RecordResults.CreateOnce(
            () => grains.Shortlist(made).Put(caller, body, null, false, cancellation),
            () => grains.Shortlist(made).Get(caller, cancellation)
        );
        return RecordResults.Created(
            request.HttpContext.Response,
            saved,
            $"/api/{KindTable.Of<Shortlist>().Collection}/{made}"
        );
    }

    private static async Task<IResult> ListOfDemand(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        await grains.Demand(id).Get(caller, cancellation);
        return (
            await grains.Catalogue<Shortlist>().List(caller, new(Limit: MaxListed, Parent: id), cancellation)
        ).Listed();
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
        var shortlist = await grains.Shortlist(id).Get(CurrentCaller.Of(user), cancellation);
        var table = new SheetTable(language, await Taxonomies(grains, shortlist.Shown!, cancellation)).Of(shortlist);
        await ExportEndpoints.Send(request.HttpContext.Response, "shortlist.xlsx", table, cancellation);
    }

    // With the labels of today; a code that was renamed since has kept its own.
    private static async Task<TaxonomySet> Taxonomies(IGrainFactory grains, Sheet shown, CancellationToken cancellation)
    {
        var taxonomies = TaxonomySet.BuiltIn;
        foreach (var rule in shown.Rules.Where(rule => taxonomies.Find(rule.Id) is not null))
        {
            var revision = await grains.Taxonomy(rule.Id).Get(Caller.System, cancellation);
            taxonomies = taxonomies.WithTerms(rule.Id, revision.Terms);
        }

        return taxonomies;
    }

    private static async Task<IResult> Replay(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Shortlist(id).Replay(CurrentCaller.Of(user), cancellation));

    private static async Task<IResult> Since(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Shortlist(id).Since(CurrentCaller.Of(user), cancellation));
}

/// <param name="Name">Null: none.</param>
/// <param name="Items">1 to 50 ids of matches on the demand's board, or on those of its Brief; each once.</param>
internal sealed record ShortlistDraft(ImmutableArray<string> Items, LocalText? Name = null);
