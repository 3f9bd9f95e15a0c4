using System.Net;
using System.Net.Sockets;
using Matchmaker.Web.Accounts;

namespace Matchmaker.Web.Load;

/// <summary>Whose load a request is: an account's, or, without one, a network address's.</summary>
/// <param name="Key">Equal for all requests of one account or address.</param>
internal readonly record struct LoadCaller(string Key, CallerClass Class)
{
    private const int PrefixBytes = 8;

    public static LoadCaller Of(HttpContext context)
    {
        var caller = CurrentCaller.Of(context.User);
        return caller.Email is { } email
            ? new($"account {email}", caller.IsOffice ? CallerClass.Office : CallerClass.Party)
            : new($"address {Network(context.Connection.RemoteIpAddress)}", CallerClass.Anonymous);
    }

    /// <summary>
    /// An address as one caller counts: an IPv6 address by its first 64 bits, since one client has all the others.
    /// </summary>
    public static string Network(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
            return address?.ToString() ?? "";
        return address.IsIPv4MappedToIPv6
            ? address.MapToIPv4().ToString()
            : Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, PrefixBytes));
    }
}

/// <summary>Who shares a part of the host's capacity. A later class may use what an earlier one may and more.</summary>
internal enum CallerClass
{
    Anonymous,
    Party,
    Office,
}
