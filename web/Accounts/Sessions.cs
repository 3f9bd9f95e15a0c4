using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Web.Accounts.Factors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Accounts;

/// <summary>
/// Authentication: a cookie for browsers, valid for 12 hours without use, and a bearer token for other systems, valid
/// for 12 hours. Both name a session of the account.
/// </summary>
internal static class Sessions
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string CookieName = "matchmaker";
    public const string Bearer = BearerTokenDefaults.AuthenticationScheme;

    private static readonly TimeSpan Length = TimeSpan.FromHours(12);

    public static void AddSessions(this IServiceCollection services)
    {
        services
            .AddAuthentication("either")
            .AddPolicyScheme(
                "either",
                null,
                options => options.ForwardDefaultSelector = context => IsBearer(context.Request) ? Bearer : Cookie
            )
            .AddCookie(
                Cookie,
                options =>
                {
                    options.Cookie.Name = CookieName;
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.ExpireTimeSpan = Length;
                    options.SlidingExpiration = true;
                    options.Events.OnRedirectToLogin = context =>
                        Answer(context.Response, StatusCodes.Status401Unauthorized);
                    options.Events.OnRedirectToAccessDenied = context =>
                        Answer(context.Response, StatusCodes.Status403Forbidden);
                }
            )
            .AddBearerToken(
                Bearer,
                options =>
                {
                    options.BearerTokenExpiration = Length;
                    options.Events.OnMessageReceived = context =>
                    {
                        // A browser cannot set a header on a WebSocket: the hub alone accepts the token in the query.
                        if (
                            context.Request.Path.StartsWithSegments("/live")
                            && context.Request.Query["access_token"] is [{ } token]
                        )
                            context.Token = token;
                        return Task.CompletedTask;
                    };
                }
            );
        services.AddAuthorization();
    }

    /// <summary>
    /// Validates the session against the account at every request, and takes the role and party from there.
    /// </summary>
    public static void UseSessions(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(
            async (context, next) =>
            {
                if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } email)
                    context.User = await Check(context, email) ?? new ClaimsPrincipal(new ClaimsIdentity());
                await next(context);
            }
        );
    }

    /// <summary>
    /// What goes with a browser's cookie. A session by the identity provider ends after 12 hours, so that the provider
    /// is asked again who it is.
    /// </summary>
    public static AuthenticationProperties Properties(HttpContext context, SignInWay way) =>
        way.HasFlag(SignInWay.Provider)
            ? new()
            {
                IsPersistent = true,
                AllowRefresh = false,
                ExpiresUtc = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + Length,
            }
            : new() { IsPersistent = true };

    /// <summary>A browser's session goes on as one in which a second factor was shown.</summary>
    public static async Task Strengthen(HttpContext context)
    {
        if (
            context.User.Identity?.AuthenticationType != Cookie
            || await context
                .RequestServices.GetRequiredService<IGrainFactory>()
                .Account(CurrentCaller.Of(context.User).Email!)
                .Standing()
                is not { } standing
        )
            return;
        var way = CurrentCaller.WayOf(context.User) | SignInWay.Factor;
        var principal = CurrentCaller.Principal(standing, CurrentCaller.SessionOf(context.User)!, Cookie, way);
        await context.SignInAsync(Cookie, principal, Properties(context, way));
    }

    /// <summary>A token for <c>Authorization: Bearer</c>.</summary>
    /// <param name="session">The session's id.</param>
    public static string Token(HttpContext context, SessionStanding standing, string session)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(Bearer);
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var properties = new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + options.BearerTokenExpiration };
        return options.BearerTokenProtector.Protect(
            new(CurrentCaller.Principal(standing, session, Bearer), properties, $"{Bearer}:AccessToken")
        );
    }

    private static bool IsBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        || (request.Path.StartsWithSegments("/live") && request.Query.ContainsKey("access_token"));

    private static async Task<ClaimsPrincipal?> Check(HttpContext context, string email)
    {
        if (CurrentCaller.SessionOf(context.User) is not { } session)
            return null;
        var standing = await context.RequestServices.GetRequiredService<IGrainFactory>().Account(email).Check(session);
        var samples = context.RequestServices.GetRequiredService<SampleRun>();
        if (
            standing is not null
            && !IsOwnAccount(context.Request.Path)
            && context.RequestServices.GetRequiredService<SecondFactors>().IsMissing(standing, context.User)
        )
            return null;
        return standing is not null && (!standing.Sample || samples.IsOn)
            ? CurrentCaller.Principal(
                standing,
                session,
                context.User.Identity!.AuthenticationType!,
                CurrentCaller.WayOf(context.User)
            )
            : null;
    }

    // What a session opens until the second factor is on that is demanded of it.
    private static bool IsOwnAccount(PathString path) =>
        path.StartsWithSegments("/api/me") || path.StartsWithSegments("/api/sign-out");

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <param name="IsOn">Whether this process runs with sample data; otherwise sample accounts cannot sign in.</param>
internal sealed record SampleRun(bool IsOn);
