using System.Collections.Immutable;
using System.Net;
using Matchmaker.Contracts;
using Microsoft.AspNetCore.HttpOverrides;
using Network = System.Net.IPNetwork;

namespace Matchmaker.Web.Security;

/// <summary>
/// The proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; a header of anybody else is
/// ignored, so that nobody chooses the address by which they are counted.
/// </summary>
internal sealed class TrustedProxies
{
    public const string Setting = "Matchmaker:Proxies";

    private const string Switch = "ForwardedHeaders_Enabled";
    private const string LocalNetworks = "127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7";

    private readonly ImmutableArray<Network> _networks;

    /// <exception cref="SettingException">The setting names something that is neither address nor network.</exception>
    public TrustedProxies(IConfiguration settings)
    {
        var named = settings[Setting];
        IsOn = named is not null || settings.GetValue(Switch, defaultValue: false);
        _networks = IsOn ? [.. Parts(named ?? LocalNetworks).Select(Read)] : [];
    }

    /// <summary>Whether the host stands behind a proxy.</summary>
    public bool IsOn { get; }

    public bool Trusts(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Any(network => network.Contains(plain));
    }

    /// <summary>Makes the switch of ASP.NET Core, which believes everybody, believe these alone.</summary>
    public static TrustedProxies Add(WebApplicationBuilder builder)
    {
        var proxies = new TrustedProxies(builder.Configuration);
        builder.Services.AddSingleton(proxies);
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in proxies._networks)
                options.KnownIPNetworks.Add(network);
        });
        return proxies;
    }

    public static void Use(WebApplication app)
    {
        // ASP.NET Core's own switch has put the middleware in already, and twice would go back two proxies.
        if (
            app.Services.GetRequiredService<TrustedProxies>().IsOn
            && !app.Configuration.GetValue(Switch, defaultValue: false)
        )
            app.UseForwardedHeaders();
    }

    private static string[] Parts(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Network Read(string part) =>
        Network.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException(Setting, $"is a list of addresses and networks, but names {part}");
}
