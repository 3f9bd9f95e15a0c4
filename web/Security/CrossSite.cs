using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;

namespace Matchmaker.Web.Security;

/// <summary>Keeps other sites from acting with a signed-in user's cookie.</summary>
internal static class CrossSite
{
    private const string Header = "X-XSRF-TOKEN";
    private const string ReadableCookie = "XSRF-TOKEN";

    public static void AddCrossSite(this IServiceCollection services) =>
        services.AddAntiforgery(options =>
        {
            options.HeaderName = Header;
            options.Cookie.Name = "matchmaker-forgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });

    /// <summary>
    /// Unsafe requests with a cookie must carry the token; the hub accepts cookies only from its own origin.
    /// </summary>
    public static void UseCrossSite(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var isCookie = context.User.Identity is { IsAuthenticated: true, AuthenticationType: Sessions.Cookie };
                if (context.Request.Path.StartsWithSegments("/live") && isCookie && IsForeign(context.Request))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return;
                }

                if (
                    isCookie
                    && IsUnsafe(context.Request)
                    && context.Request.Path.StartsWithSegments("/api")
                    && !IsEntry(context.Request.Path)
                    && !await HasToken(context)
                )
                {
                    await Problem.Write(
                        context,
                        StatusCodes.Status400BadRequest,
                        detail: new FieldError("", "noForgeryToken", Header)
                    );
                    return;
                }

                if (context.Request.Path == "/api/me" && HttpMethods.IsGet(context.Request.Method) && isCookie)
                    GiveToken(context);
                await next(context);
            }
        );

    /// <summary>Gives the page the token for its next requests.</summary>
    public static void GiveToken(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        context.Response.Cookies.Append(
            ReadableCookie,
            tokens.RequestToken!,
            new()
            {
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/",
            }
        );
    }

    /// <summary>
    /// Sees to it that a page has the token exactly if its browser is signed in: by it the page knows that, without a
    /// question that would be refused.
    /// </summary>
    public static void KeepToken(HttpContext context)
    {
        var hasToken = context.Request.Cookies.ContainsKey(ReadableCookie);
        var isSignedIn = context.User.Identity is { IsAuthenticated: true, AuthenticationType: Sessions.Cookie };
        if (isSignedIn && !hasToken)
            GiveToken(context);
        else if (!isSignedIn && hasToken)
            TakeToken(context.Response);
    }

    /// <summary>Takes the token away from a browser that is signed in no longer.</summary>
    public static void TakeToken(HttpResponse response) =>
        response.Cookies.Delete(
            ReadableCookie,
            new()
            {
                SameSite = SameSiteMode.Strict,
                Secure = response.HttpContext.Request.IsHttps,
                Path = "/",
            }
        );

    /// <exception cref="BadHttpRequestException">403: another site sent the request.</exception>
    /// <param name="act">What it would do, for the error: "sign a user in".</param>
    public static void DemandOwnSite(HttpRequest request, string act)
    {
        if (IsForeign(request))
            throw new BadHttpRequestException($"Another site cannot {act}.", StatusCodes.Status403Forbidden);
    }

    /// <summary>Whether the browser's headers say that another site sent the request.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site")
            return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }

    private static bool IsUnsafe(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);

    // Each refuses another site by itself.
    private static bool IsEntry(PathString path) =>
        path.StartsWithSegments("/api/sign-in")
        || path == "/api/invitations/accept"
        || path.StartsWithSegments("/api/password-resets");

    private static Task<bool> HasToken(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}
