using Matchmaker.Contracts;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Enterprises;

/// <summary>The parties and the centres, each a record like any other.</summary>
internal static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder routes)
    {
        new RecordEndpoints<Enterprise>("/api/enterprises", (grains, id) => grains.Enterprise(id), IsOpen: false).Map(routes, "Enterprises");
        new RecordEndpoints<Owner>("/api/owners", (grains, id) => grains.Owner(id), IsOpen: false).Map(routes, "Owners");
        new RecordEndpoints<Centre>("/api/centres", (grains, id) => grains.Centre(id), IsOpen: true).Map(routes, "Centres");
    }
}
