using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Matchmaker.Web.Tests.Accounts.Provider;

/// <summary>Somebody whom the provider knows, and what it says of them.</summary>
/// <param name="Groups">In the user info alone; the rest stands in the token.</param>
/// <param name="Kind">Null: it says none.</param>
internal sealed record ProviderUser(
    string Subject,
    string Email,
    bool IsVerified = true,
    string[]? Groups = null,
    string? Kind = null,
    string? Party = null,
    string? Amr = null,
    string? Issuer = null
);

/// <summary>A real identity provider on this machine, made of OpenIddict. It can be switched off.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "matchmaker";
    public const string Secret = "the client's own secret";

    private readonly ConcurrentDictionary<string, ProviderUser> _users = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private TestProvider(string redirect)
    {
        Address = new($"http://127.0.0.1:{Ports.Free()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server => Configure(server, redirect));
        _app = builder.Build();
        _app.Urls.Add(Address.ToString());
        _app.Use(
            (context, next) =>
            {
                if (!IsDown)
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            }
        );
        _app.UseAuthentication();
    }

    public Uri Address { get; }

    /// <summary>Whether every answer is 503.</summary>
    public bool IsDown { get; set; }

    /// <param name="redirect">The one address to which it sends people back.</param>
    public static async Task<TestProvider> Started(string redirect)
    {
        var provider = new TestProvider(redirect);
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>The hint by which a sign-in is this user's.</summary>
    public string Hint(ProviderUser user)
    {
        var key = Guid.NewGuid().ToString("N");
        _users[key] = user;
        return key;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server, string redirect)
    {
        server
            .EnableDegradedMode()
            .SetAuthorizationEndpointUris("authorize")
            .SetTokenEndpointUris("token")
            .SetUserInfoEndpointUris("userinfo")
            .SetEndSessionEndpointUris("logout")
            .AllowAuthorizationCodeFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes(Scopes.Email, Scopes.Profile)
            .AddEphemeralEncryptionKey()
            .AddEphemeralSigningKey();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.RedirectUri != redirect)
                    context.Reject(Errors.InvalidRequest, "unknown client or address");
                return default;
            })
        );
        server.AddEventHandler<ValidateTokenRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret)
                    context.Reject(Errors.InvalidClient, "unknown client");
                return default;
            })
        );
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
        server.AddEventHandler<HandleEndSessionRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                context.SignOut();
                return default;
            })
        );
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.Request.LoginHint is not { } hint || !_users.TryGetValue(hint, out var user))
                    context.Reject(Errors.AccessDenied, "nobody signed in");
                else
                    context.SignIn(Principal(hint, user).SetScopes(context.Request.GetScopes()));
                return default;
            })
        );
        server.AddEventHandler<HandleUserInfoRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                var user = _users[context.AccessTokenPrincipal!.GetClaim("key")!];
                context.Claims["groups"] = JsonSerializer.SerializeToElement(user.Groups ?? []);
                return default;
            })
        );
        server.AddEventHandler<GenerateTokenContext>(handler =>
            handler
                .UseInlineHandler(context =>
                {
                    var forged = context.Principal.GetClaim("forged");
                    if (context.TokenType == TokenTypeIdentifiers.IdentityToken && forged is not null)
                        context.SecurityTokenDescriptor.Issuer = forged;
                    return default;
                })
                .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1)
        );
    }

    private static ClaimsPrincipal Principal(string key, ProviderUser user)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType);
        identity.AddClaim(new(Claims.Subject, user.Subject));
        identity.AddClaim(new("key", key));
        Add(Claims.Email, user.Email);
        identity.AddClaim(new Claim(Claims.EmailVerified, user.IsVerified ? "true" : "false", ClaimValueTypes.Boolean));
        Add("kind", user.Kind);
        Add("party", user.Party);
        Add("forged", user.Issuer);
        if (user.Amr is { } amr)
            identity.AddClaim(new(Claims.AuthenticationMethodReference, amr));
        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        return new(identity);

        void Add(string name, string? value)
        {
            if (value is not null)
                identity.AddClaim(new(name, value));
        }
    }
}
