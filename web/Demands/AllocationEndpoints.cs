using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Allocation;
using Matchmaker.Matching.Boards;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Demands;

/// <summary>Which project gets which site, where several want the same few.</summary>
internal static class AllocationEndpoints
{
    private const int Fewest = 2;
    private const int Most = 1_000;

    public static void MapAllocations(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/allocations", Post)
            .WithTags("Demands")
            .WithSummary("The best assignment of spaces to several demands, or why not all can be placed; for officers")
            .Accepts<AllocationQuestion>("application/json")
            .Produces<AllocationReport>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();

    private static async Task<IResult> Post(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var demands = (await StrictJson.Read<AllocationQuestion>(request)).Demands;
        if (demands.Count < Fewest)
            throw new InvalidException(new FieldError("demands", "tooFew", $"{Fewest}"));
        if (demands.Count > Most)
            throw new InvalidException(new FieldError("demands", "tooMany", $"{Most}"));
        if (demands.CountBy(demand => demand, StringComparer.Ordinal).FirstOrDefault(id => id.Value > 1).Key is { } id)
            throw new InvalidException(new FieldError("demands", "repeated", id));
        return Results.Ok(await grains.Index(BoardTable.Sites.Code).Allocate(caller, [.. demands], cancellation));
    }
}

/// <param name="Demands">2 to 1 000 ids of demands for sites, each once.</param>
internal sealed record AllocationQuestion(IReadOnlyList<string> Demands);
