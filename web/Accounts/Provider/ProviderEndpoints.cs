using Matchmaker.Web.Load;
using Matchmaker.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Accounts.Provider;

/// <summary>
/// Signing in by the office's identity provider. A browser goes through these addresses; each answer leads to a page.
/// </summary>
internal static class ProviderEndpoints
{
    public const string Start = "/api/sign-in/provider";
    public const string Callback = $"{Start}/callback";

    private const string Code = $"{Start}/code";

    /// <summary>Maps nothing where no provider is set up.</summary>
    public static void MapProvider(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IdentityProvider>().IsOn)
            return;
        var routes = app.MapGroup("").ExcludeFromDescription().Waits(WorkQueue.None).RequireRateLimiting(Limits.SignIn);
        routes.MapGet(Start, GetStart);
        routes.MapGet(Callback, GetCallback);
        routes.MapPost(Code, PostCode);
    }

    /// <summary>The name of a cookie on this way: one that no other host can set, where people come by TLS.</summary>
    public static string CookieName(ProviderSettings settings, string name) =>
        $"{(settings.IsSecure ? "__Host-" : "")}matchmaker-{name}";

    /// <summary>
    /// Where a browser that came by the provider ends its session there too; null: the provider names no such address.
    /// </summary>
    public static async Task<string?> SignOutAddress(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<IdentityProvider>().Settings is not { } settings)
            return null;
        var options = context
            .RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
            .Get(ProviderHandler.SchemeName);
        try
        {
            var provider = await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            return string.IsNullOrEmpty(provider.EndSessionEndpoint)
                ? null
                : QueryHelpers.AddQueryString(
                    provider.EndSessionEndpoint,
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["client_id"] = settings.ClientId,
                        ["post_logout_redirect_uri"] = $"{settings.Site}/sign-in",
                    }
                );
        }
        catch (Exception failure) when (ProviderEntrance.Reason(failure) == "unavailable")
        {
            return null; // the session here ends all the same
        }
    }

    private static Task GetStart(HttpContext context, ILogger<ProviderHandler> log) =>
        Guarded(
            context,
            ReturnPath.Of(context.Request),
            log,
            back => context.ChallengeAsync(ProviderHandler.SchemeName, back.Properties())
        );

    private static Task GetCallback(HttpContext context, ILogger<ProviderHandler> log) =>
        Guarded(context, ReturnPath.Of(null, null), log, _ => ProviderHandler.Receive(context), fromElsewhere: true);

    private static async Task PostCode(HttpContext context, ProviderEntrance entrance, ILogger<ProviderHandler> log)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        await Guarded(
            context,
            ReturnPath.Of(form["language"], form["to"]),
            log,
            back => entrance.EnterCode(context, form["code"].ToString(), back)
        );
    }

    /// <summary>Whatever fails on the way leads back to the sign-in page, in the reader's language.</summary>
    /// <param name="fromElsewhere">Whether another site may send the request.</param>
    private static async Task Guarded(
        HttpContext context,
        ReturnPath back,
        ILogger log,
        Func<ReturnPath, Task> act,
        bool fromElsewhere = false
    )
    {
        if (!fromElsewhere && CrossSite.IsForeign(context.Request))
        {
            back.ToSignIn(context, null);
            return;
        }

        try
        {
            await act(back);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status200OK })
                back.ToSignIn(context, "failed");
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            var problem = failure is LoadException ? "busy" : ProviderEntrance.Reason(failure);
            ProviderLog.Failed(log, problem, failure);
            back.ToSignIn(context, problem);
        }
    }
}

internal static partial class ProviderLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by the identity provider failed: {Problem}")]
    public static partial void Failed(ILogger log, string problem, Exception failure);
}
