using Matchmaker.Contracts;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Opportunities;

/// <summary>What enterprises publish of their needs: firms read it without whose it is.</summary>
internal static class OpportunityEndpoints
{
    public static void MapOpportunities(this IEndpointRouteBuilder routes) =>
        new RecordEndpoints<Opportunity>(
            "/api/opportunities",
            (grains, id) => grains.Opportunity(id),
            IsOpen: false
        ).Map(routes, "Opportunities");
}
