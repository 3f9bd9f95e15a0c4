using Matchmaker.Contracts;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Opportunities;

/// <summary>Needs that enterprises publish; firms see them without the enterprise.</summary>
internal static class OpportunityEndpoints
{
    public static void MapOpportunities(this IEndpointRouteBuilder routes) =>
        new RecordEndpoints<Opportunity>((grains, id) => grains.Opportunity(id)).Map(routes, "Opportunities");
}
