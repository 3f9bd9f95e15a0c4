using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Matchmaker.Web.Accounts.Provider;

/// <summary>
/// ASP.NET Core's handler of OpenID Connect. It answers only where a route asks it to, so that limits hold before it.
/// </summary>
internal sealed class ProviderHandler(
    IOptionsMonitor<OpenIdConnectOptions> options,
    ILoggerFactory logger,
    HtmlEncoder html,
    UrlEncoder url
) : OpenIdConnectHandler(options, logger, html, url)
{
    public const string SchemeName = "provider";

    private static readonly object Asked = new();

    /// <summary>Takes the provider's answer, which the request carries.</summary>
    public static async Task Receive(HttpContext context)
    {
        context.Items[Asked] = true;
        var handlers = context.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        await ((ProviderHandler)(await handlers.GetHandlerAsync(context, SchemeName))!).HandleRequestAsync();
    }

    public override Task<bool> HandleRequestAsync() =>
        Context.Items.ContainsKey(Asked) ? base.HandleRequestAsync() : Task.FromResult(false);
}

/// <summary>A provider that fails is away, whatever it says meanwhile.</summary>
internal sealed class ProviderChannel : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode >= StatusCodes.Status500InternalServerError)
            answer.EnsureSuccessStatusCode();
        return answer;
    }
}

internal static class ProviderSetup
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);
    private const int Connections = 16;

    /// <exception cref="Contracts.SettingException">A setting is wrong or missing.</exception>
    public static void AddProvider(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ProviderSettings.Of(configuration);
        services.AddSingleton(new IdentityProvider(settings));
        if (settings is null)
            return;
        services.AddSingleton(settings);
        services.AddSingleton<PendingSignIn>();
        services.AddSingleton<ProviderEntrance>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IPostConfigureOptions<OpenIdConnectOptions>,
                OpenIdConnectPostConfigureOptions
            >()
        );
        services
            .AddAuthentication()
            .AddRemoteScheme<OpenIdConnectOptions, ProviderHandler>(
                ProviderHandler.SchemeName,
                null,
                options => Configure(options, settings)
            );
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSettings settings)
    {
        options.Authority = settings.Authority.ToString();
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // a form from there would bring no cookie of ours along
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.CallbackPath = ProviderEndpoints.Callback;
        options.SignInScheme = Sessions.Cookie; // never reached: the entrance makes the session
        // Any site could call these two; a session ends by a request of its own page alone.
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.BackchannelTimeout = LongestAnswer;
        options.BackchannelHttpHandler = new ProviderChannel
        {
            InnerHandler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AllowAutoRedirect = false },
        };
        options.Scope.Clear();
        foreach (var scope in settings.Scopes)
            options.Scope.Add(scope);
        options.ClaimActions.Clear();
        foreach (var claim in ClaimsOf(settings).Distinct(StringComparer.Ordinal))
            options.ClaimActions.MapJsonKey(claim, claim);
        Shape(options.CorrelationCookie, "state", settings);
        Shape(options.NonceCookie, "nonce", settings);
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = $"{settings.Site}{ProviderEndpoints.Callback}";
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = async context =>
        {
            await context.HttpContext.RequestServices.GetRequiredService<ProviderEntrance>().Enter(context);
            context.HandleResponse();
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ProviderEntrance>().Refuse(context);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static IEnumerable<string> ClaimsOf(ProviderSettings settings) =>
        [
            settings.EmailClaim,
            settings.VerifiedClaim,
            .. settings.Roles.Select(rule => rule.Claim),
            .. settings.Roles.Select(rule => rule.PartyClaim).OfType<string>(),
        ];

    private static void Shape(CookieBuilder cookie, string name, ProviderSettings settings)
    {
        cookie.Name = ProviderEndpoints.CookieName(settings, $"{name}.");
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax; // the provider sends the browser back from another site
        cookie.SecurePolicy = settings.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
