using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Accounts.Own;

/// <summary>What the signed-in user settles for the own account.</summary>
internal static class SettingsEndpoints
{
    public static void MapOwnSettings(this IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/api/me/settings").WithTags("Accounts").RequireAuthorization();
        settings
            .MapGet("", Get)
            .WithSummary("The caller's own name, language of letters and choice of letters")
            .Produces<AccountSettings>();
        settings
            .MapPut("", Put)
            .WithSummary("Change the caller's own name, language of letters and choice of letters")
            .Accepts<AccountSettings>("application/json")
            .Produces<AccountSettings>()
            .ReadsVersion();
    }

    private static async Task<IResult> Get(HttpResponse response, ClaimsPrincipal user, IGrainFactory grains)
    {
        var caller = CurrentCaller.Of(user);
        return RecordResults.Record(response, await grains.Account(caller.Email!).Settings(caller));
    }

    private static async Task<IResult> Put(HttpRequest request, ClaimsPrincipal user, IGrainFactory grains)
    {
        var caller = CurrentCaller.Of(user);
        var expected = Versions.Expected(request);
        var body = await StrictJson.Read<AccountSettings>(request);
        return RecordResults.Record(
            request.HttpContext.Response,
            await grains.Account(caller.Email!).Settle(caller, body, expected)
        );
    }
}
