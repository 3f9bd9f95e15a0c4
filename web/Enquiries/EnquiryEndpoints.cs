using Matchmaker.Contracts;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Enquiries;

/// <summary>Free-text enquiries to the office.</summary>
internal static class EnquiryEndpoints
{
    public static void MapEnquiries(this IEndpointRouteBuilder routes) =>
        new RecordEndpoints<Enquiry>((grains, id) => grains.Enquiry(id)).Map(routes, "Enquiries");
}
