using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaker.Web.Journal;

/// <summary>Encrypts journal sequences, since the numbers themselves would reveal hidden activity.</summary>
/// <param name="purpose">A cursor of one purpose is invalid for every other.</param>
internal sealed class Cursors(IDataProtectionProvider protection, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    public string Write(long sequence)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, sequence);
        return WebEncoders.Base64UrlEncode(_protector.Protect(bytes));
    }

    /// <summary>Null: the cursor is invalid.</summary>
    public long? Read(string cursor)
    {
        try
        {
            return BinaryPrimitives.ReadInt64BigEndian(_protector.Unprotect(WebEncoders.Base64UrlDecode(cursor)));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
