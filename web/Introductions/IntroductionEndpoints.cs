using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Introductions;

/// <summary>Introductions, and the actions of officers and parties on them.</summary>
internal static class IntroductionEndpoints
{
    private const string Collection = "/api/introductions";

    public static void MapIntroductions(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(Collection).WithTags("Introductions").RequireAuthorization();
        all.MapReads();
        all.MapPost("", Post)
            .WithSummary("Request the introduction of a demand's owner to a match")
            .Accepts<AskedFor>("application/json")
            .Produces<Introduction>(StatusCodes.Status201Created)
            .ReadsKey();
        Act<Offer>(
            all,
            "offer",
            "Offer the introduction to both sides (officers)",
            (grain, caller, version, body) => grain.Offer(caller, version, body)
        );
        Act<ConsentGiven>(
            all,
            "consent",
            "Consent (parties)",
            (grain, caller, version, body) => grain.Consent(caller, version, body.Contact)
        );
        Act<Nothing>(
            all,
            "withdraw",
            "Withdraw a consent (parties)",
            (grain, caller, version, _) => grain.Withdraw(caller, version)
        );
        Act<Declined>(
            all,
            "decline",
            "Decline (parties)",
            (grain, caller, version, body) => grain.Decline(caller, version, body.Reason)
        );
        Act<Nothing>(
            all,
            "introduce",
            "Exchange the contact details (officers)",
            (grain, caller, version, _) => grain.Introduce(caller, version)
        );
        Act<Booking>(
            all,
            "meet",
            "Book the first meeting (officers)",
            (grain, caller, version, body) => grain.Meet(caller, version, body.Of(""))
        );
        Act<Booking>(
            all,
            "meetings",
            "Book another meeting (officers)",
            (grain, caller, version, body) => grain.Rebook(caller, version, body.Of(""))
        );
        Act<OfferedSlots>(
            all,
            "times",
            "Say when a side's people can meet (parties, or an officer for a side)",
            (grain, caller, version, body) => grain.OfferTimes(caller, version, body.Side, body.Slots)
        );
        Act<Conclusion>(
            all,
            "conclude",
            "Record the outcome (officers)",
            (grain, caller, version, body) => grain.Conclude(caller, version, body)
        );
        Act<Nothing>(
            all,
            "restart",
            "Restart an expired introduction (officers)",
            (grain, caller, version, _) => grain.Restart(caller, version)
        );
        Act<VouchedFor>(
            all,
            "vouch",
            "Confirm that the mailbox of a side is that party's (a second officer, or the party's own people)",
            (grain, caller, version, body) => grain.Vouch(caller, version, body.Side)
        );
        Act<Assigned>(
            all,
            "assign",
            "Assign the introduction to an officer (officers)",
            (grain, caller, version, body) => grain.Assign(caller, version, body.Officer)
        );
        Act<LookedAfter>(
            all,
            "aftercare",
            "Record aftercare (officers)",
            (grain, caller, version, body) => grain.RecordAftercare(caller, version, body.On, body.Note)
        );
        all.MapPost("{id}/preview", PostPreview)
            .WithSummary("The letters that an officer's act would send, and what each side would read (officers)")
            .Accepts<PlannedBody>("application/json")
            .Produces<ActPreview>()
            .ReadsVersion();
        all.MapPost("{id}/notes", PostNote)
            .WithSummary("Add a note that only the office reads (officers)")
            .Accepts<Noted>("application/json")
            .Produces<Introduction>()
            .ReadsKey();
        all.MapPut("{id}/meetings/{meeting}", PutMeeting)
            .WithSummary("Change a meeting (officers)")
            .Accepts<Booking>("application/json")
            .Produces<Introduction>()
            .ReadsVersion();
        all.MapDelete("{id}/meetings/{meeting}", DeleteMeeting)
            .WithSummary("Cancel a meeting that is still to come, for everybody who was invited (officers)")
            .Produces<Introduction>()
            .ReadsVersion();
    }

    private static void Act<TBody>(
        RouteGroupBuilder all,
        string verb,
        string summary,
        Func<IIntroductionGrain, Caller, long, TBody, Task<Introduction>> act
    )
        where TBody : class =>
        all.MapPost(
                $"{{id}}/{verb}",
                async (
                    string id,
                    HttpRequest request,
                    ClaimsPrincipal user,
                    IGrainFactory grains,
                    CancellationToken cancellation
                ) =>
                    await Changed(
                        request,
                        CurrentCaller.Of(user),
                        grains.Introduction(id),
                        () => StrictJson.ReadOptional<TBody>(request),
                        act,
                        cancellation
                    )
            )
            .WithSummary(summary)
            .Accepts<TBody>("application/json")
            .Produces<Introduction>()
            .ReadsVersion()
            .ReadsKey();

    /// <summary>The one way to change an introduction.</summary>
    private static async Task<IResult> Changed<TBody>(
        HttpRequest request,
        Caller caller,
        IIntroductionGrain grain,
        Func<Task<TBody>> read,
        Func<IIntroductionGrain, Caller, long, TBody, Task<Introduction>> act,
        CancellationToken cancellation
    ) =>
        RecordResults.Record(
            request.HttpContext.Response,
            await OnVersion(request, caller, grain, read, act, cancellation)
        );

    /// <summary>A call that names the version it was decided on: one that comes second is told of the first.</summary>
    private static async Task<TResult> OnVersion<TBody, TResult>(
        HttpRequest request,
        Caller caller,
        IIntroductionGrain grain,
        Func<Task<TBody>> read,
        Func<IIntroductionGrain, Caller, long, TBody, Task<TResult>> act,
        CancellationToken cancellation
    )
    {
        // An introduction that the caller may not see is not found, whatever the body.
        await grain.Get(caller, cancellation);
        var expected = Versions.Expected(request) ?? throw new VersionException();
        var body = await read();
        try
        {
            return await act(grain, caller, expected, body);
        }
        catch (VersionException)
        {
            var latest = await grain.Latest(caller);
            throw new StaleException(latest.Record, latest.By, latest.At);
        }
    }

    private static async Task<IResult> Post(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var body = await StrictJson.Read<AskedFor>(request);
        var grain = grains.Introduction(NewId.Of(request.HttpContext));
        var saved = await RecordResults.CreateOnce(
            async () =>
                new Saved<Introduction>(await grain.Suggest(caller, body.Demand, body.Match, cancellation), true),
            () => grain.Get(caller, cancellation)
        );
        return RecordResults.Created(request.HttpContext.Response, saved, $"{Collection}/{saved.Record.Id}");
    }

    private static async Task<IResult> PostPreview(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Results.Ok(
            await OnVersion(
                request,
                CurrentCaller.Of(user),
                grains.Introduction(id),
                () => StrictJson.Read<PlannedBody>(request),
                (grain, caller, version, body) => grain.Preview(caller, version, body.Plan),
                cancellation
            )
        );

    private static async Task<IResult> PostNote(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, grain) = (CurrentCaller.Of(user), grains.Introduction(id));
        await grain.Get(caller, cancellation);
        var note = await StrictJson.Read<Noted>(request);
        return RecordResults.Record(request.HttpContext.Response, await grain.AddNote(caller, note.Text));
    }

    private static Task<IResult> PutMeeting(
        string id,
        string meeting,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Changed(
            request,
            CurrentCaller.Of(user),
            grains.Introduction(id),
            () => StrictJson.Read<Booking>(request),
            (grain, caller, version, body) => grain.Rebook(caller, version, body.Of(meeting)),
            cancellation
        );

    private static Task<IResult> DeleteMeeting(
        string id,
        string meeting,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Changed(
            request,
            CurrentCaller.Of(user),
            grains.Introduction(id),
            () => Task.FromResult(new Nothing()),
            (grain, caller, version, _) => grain.CancelMeeting(caller, version, meeting),
            cancellation
        );
}
