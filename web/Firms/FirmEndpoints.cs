using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Firms;

/// <summary>Local manufacturers, and the merging of duplicate records.</summary>
internal static class FirmEndpoints
{
    public static void MapFirms(this IEndpointRouteBuilder routes)
    {
        var firms = new RecordEndpoints<Firm>((grains, id) => grains.Firm(id)).Map(routes, "Firms");
        firms
            .MapPost("duplicates", PostDuplicates)
            .WithSummary("Possible duplicates of a firm, which need not be stored (office)")
            .Accepts<Firm>("application/json")
            .Produces<DuplicateReport>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        firms
            .MapPost("{id}/merge", PostMerge)
            .WithSummary("Merge a firm into another, which its id then redirects to")
            .Accepts<MergeRequest>("application/json")
            .Produces<Firm>()
            .ReadsVersion()
            .RequireAuthorization();
        firms.MapPost("{id}/unmerge", PostUnmerge).WithSummary("Undo a merge").Produces<Firm>().RequireAuthorization();
    }

    private static async Task<IResult> PostDuplicates(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        if (!caller.IsOffice)
            // The role is checked before the body.
            throw new ForbiddenException();
        return Results.Ok(await grains.Duplicates().Find(caller, await StrictJson.Read<Firm>(request), cancellation));
    }

    private static async Task<IResult> PostMerge(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var own = await grains.Firm(id).Kept(caller, cancellation);
        var expected = Versions.Expected(request) ?? throw new VersionException();
        var body = await StrictJson.Read<MergeRequest>(request);
        return RecordResults.Record(
            request.HttpContext.Response,
            await grains.Firm(own.Id).Merge(caller, body.Into, expected, cancellation)
        );
    }

    private static async Task<IResult> PostUnmerge(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => RecordResults.Record(response, await grains.Firm(id).Unmerge(CurrentCaller.Of(user), cancellation));
}

/// <param name="Into">The id of the firm that stays.</param>
internal sealed record MergeRequest(string Into);
