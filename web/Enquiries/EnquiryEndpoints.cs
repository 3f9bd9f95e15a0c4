using Matchmaker.Contracts;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Enquiries;

/// <summary>Questions to the office that no list answers.</summary>
internal static class EnquiryEndpoints
{
    public static void MapEnquiries(this IEndpointRouteBuilder routes) =>
        new RecordEndpoints<Enquiry>("/api/enquiries", (grains, id) => grains.Enquiry(id), IsOpen: false).Map(
            routes,
            "Enquiries"
        );
}
