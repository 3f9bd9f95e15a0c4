using Matchmaker.Contracts;
using Matchmaker.Matching;
using Matchmaker.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaker.Web.Programmes;

/// <summary>The policy paper's programmes, and what an applicant may get. Nothing of what an applicant says is kept.</summary>
internal static class ProgrammeEndpoints
{
    private static readonly Assessor Assessor = new(ProgrammeCatalogue.All);
    private static readonly ProgrammeList List = new(ProgrammeCatalogue.All, ProgrammeCatalogue.Sources);

    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/programmes").WithTags("Programmes");
        group.MapGet("", () => TypedResults.Ok(List)).WithSummary("Every programme with the versions of its rule, and the sources");
        group.MapPost("/assess", Assess).WithSummary("What an applicant may get on a day: ceilings, never entitlements")
            .Accepts<AssessmentRequest>("application/json").Produces<Assessment>();
    }

    private static async Task<Ok<Assessment>> Assess(HttpRequest request, ProgrammeReadings settings)
    {
        var asked = await StrictJson.Read<AssessmentRequest>(request);
        var facts = FactRules.Check(asked.Facts);
        if (!facts.IsOk)
            throw new InvalidException([.. facts.Errors.Select(error => error with { Path = $"facts.{error.Path}" })]);
        return TypedResults.Ok(Assessor.Assess(asked.On, facts.Value, asked.Readings ?? settings.Usual));
    }
}
