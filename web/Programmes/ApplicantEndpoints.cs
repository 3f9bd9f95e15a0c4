using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Programmes;

/// <summary>The facts of a party as an applicant, and its assessment.</summary>
internal static class ApplicantEndpoints
{
    public static void MapApplicants(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in ApplicantId.Kinds)
            Map(routes, kind);
    }

    private static void Map(IEndpointRouteBuilder routes, string kind)
    {
        var name = KindTable.Of(kind).Code;
        new OwnRecordEndpoints<Applicant>(
            kind,
            "applicant",
            (grains, party) => grains.Applicant(party),
            ApplicantId.Of,
            (grains, caller, party, cancellation) => grains.PartyOfApplicant(caller, party, cancellation)
        )
            .Map(routes, "Programmes", $"The stored facts of the {name} as an applicant for programmes")
            .MapGet("assessment", Assess)
            .WithSummary($"What the {name} may get on a day by the facts that are kept: ceilings, never entitlements")
            .Produces<KeptAssessment>()
            .Reads("on", "string", "A day; default today in Hong Kong.");

        async Task<IResult> Assess(
            string id,
            HttpRequest request,
            ClaimsPrincipal user,
            IGrainFactory grains,
            CancellationToken cancellation
        ) =>
            Results.Ok(
                await grains
                    .Programmes()
                    .AssessKept(
                        CurrentCaller.Of(user),
                        ApplicantId.Of(new(kind, id)),
                        QueryValues.Day(request, "on"),
                        cancellation
                    )
            );
    }
}
