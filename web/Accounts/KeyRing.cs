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
    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("matchmaker");
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
