using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Mail;

/// <summary>The outbox for officers, and meetings for calendars.</summary>
internal static class LetterEndpoints
{
    private const int MaxLimit = 500;

    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/letters", List)
            .WithTags("Mail")
            .WithSummary("Waiting and sent mails, newest first, without their links (officers)")
            .RequireAuthorization()
            .Produces<Listed<RenderedLetter>>()
            .Reads("after", "string", "The previous page's next.")
            .Reads("limit", "integer", "1 to 500; default 100.");
        routes
            .MapGet("/api/introductions/{id}/meetings/{meeting}.ics", GetCalendar)
            .WithTags("Introductions")
            .WithSummary("A meeting as a calendar file")
            .RequireAuthorization()
            .Produces<string>(StatusCodes.Status200OK, "text/calendar");
    }

    private static async Task<IResult> List(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation,
        string? after = null
    )
    {
        var caller = CurrentCaller.Of(user) is { IsOffice: true } officer ? officer : throw new ForbiddenException();
        return (
            await grains.Outbox().List(caller, after, QueryValues.Whole(request, "limit", MaxLimit, 100), cancellation)
        ).Listed();
    }

    // The file says its method itself: a cancelled meeting's is no request.
    private static async Task<IResult> GetCalendar(
        string id,
        string meeting,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Results.Text(
            await grains.Outbox().Calendar(CurrentCaller.Of(user), id, meeting, cancellation),
            "text/calendar; charset=utf-8"
        );
}
