using System.Xml.Linq;
using Matchmaker.Contracts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Accounts;

/// <summary>
/// Stores Data Protection's keys in the database: cookies, tokens and cursors are valid on every web host and after a
/// restart.
/// </summary>
internal sealed class KeyRing(IGrainFactory grains) : IXmlRepository
{
    /// <exception cref="SettingException">A certificate cannot be read, or has no RSA key.</exception>
    public static void Add(IServiceCollection services, IConfiguration settings)
    {
        var protection = services.AddDataProtection().SetApplicationName("matchmaker");
        if (KeyCertificate.Of(settings, "Matchmaker:Keys") is { } current)
            protection.ProtectKeysWithCertificate(current).UnprotectKeysWithAnyCertificate(current);
        if (KeyCertificate.Of(settings, "Matchmaker:Keys:Previous") is { } previous)
            protection.UnprotectKeysWithAnyCertificate(previous);
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = provider.GetRequiredService<KeyRing>()
            )
        );
    }

    // Data Protection has a synchronous interface. It reads the keys seldom and on the thread pool, where blocking is
    // harmless.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(() => grains.KeyRing().Keys()).GetAwaiter().GetResult().Select(key => XElement.Parse(key))];

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => grains.KeyRing().Store(friendlyName, element.ToString(SaveOptions.DisableFormatting)))
            .GetAwaiter()
            .GetResult();
}
