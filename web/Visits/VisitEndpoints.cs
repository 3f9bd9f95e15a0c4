using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Visits;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Visits;

/// <summary>Visits of a client to several counterparts on one day (officers).</summary>
internal static class VisitEndpoints
{
    public static void MapVisits(this IEndpointRouteBuilder routes)
    {
        var visits = new RecordEndpoints<Visit>((grains, id) => grains.Visit(id)).Map(routes, "Visits");
        visits
            .MapGet("{id}/plan", GetPlan)
            .WithSummary("The best order of a visit's stops, by the introductions as they are now (officers)")
            .Produces<VisitPlan>()
            .RequireAuthorization();
        visits
            .MapPost(
                "{id}/book",
                (string id, HttpRequest request, ClaimsPrincipal user, IGrainFactory grains) =>
                    Act(
                        id,
                        request,
                        user,
                        grains,
                        async (grain, caller, version) =>
                            await grain.Book(caller, version, (await StrictJson.Read<BookedPlan>(request)).Times)
                    )
            )
            .WithSummary("Book, change and cancel the meetings of a visit, all or none (officers)")
            .Accepts<BookedPlan>("application/json")
            .Produces<Visit>()
            .ReadsVersion()
            .ReadsKey()
            .RequireAuthorization();
        visits
            .MapPost(
                "{id}/cancel",
                (string id, HttpRequest request, ClaimsPrincipal user, IGrainFactory grains) =>
                    Act(id, request, user, grains, (grain, caller, version) => grain.Cancel(caller, version))
            )
            .WithSummary("Cancel the meetings of a visit that are still to come, all or none (officers)")
            .Produces<Visit>()
            .ReadsVersion()
            .ReadsKey()
            .RequireAuthorization();
        visits
            .MapPost("{id}/ask", Ask)
            .WithSummary("Ask by mail for the times of those who have offered none on the visit's day (officers)")
            .Produces<VisitPlan>()
            .ReadsVersion()
            .ReadsKey()
            .RequireAuthorization();
    }

    private static async Task<IResult> GetPlan(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Visit(id).Plan(CurrentCaller.Of(user), cancellation));

    private static async Task<IResult> Ask(string id, HttpRequest request, ClaimsPrincipal user, IGrainFactory grains)
    {
        var (grain, caller, version) = await Known(id, request, user, grains);
        return Results.Ok(await grain.Ask(caller, version));
    }

    private static async Task<IResult> Act(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        Func<IVisitGrain, Caller, long, Task<Visit>> act
    )
    {
        var (grain, caller, version) = await Known(id, request, user, grains);
        return RecordResults.Record(request.HttpContext.Response, await act(grain, caller, version));
    }

    // A visit that the caller may not see is not found, whatever the request.
    private static async Task<(IVisitGrain Grain, Caller Caller, long Version)> Known(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains
    )
    {
        var (grain, caller) = (grains.Visit(id), CurrentCaller.Of(user));
        await grain.Get(caller, request.HttpContext.RequestAborted);
        return (grain, caller, Versions.Expected(request) ?? throw new VersionException());
    }
}

/// <param name="Times">The plan's times as the officer saw them, in its order.</param>
public sealed record BookedPlan(ImmutableArray<SeenTime> Times);
