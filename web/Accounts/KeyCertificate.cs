using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Matchmaker.Contracts;

namespace Matchmaker.Web.Accounts;

/// <summary>
/// The certificate by which the keys of cookies, tokens and second factors are sealed in the database.
/// </summary>
internal static class KeyCertificate
{
    /// <param name="section">Of the settings; <c>Certificate</c> and <c>Key</c> below it name PEM files.</param>
    /// <returns>Null: none is set.</returns>
    /// <exception cref="SettingException">The files cannot be read, or hold no RSA key.</exception>
    public static X509Certificate2? Of(IConfiguration settings, string section)
    {
        var (setting, key) = ($"{section}:Certificate", settings[$"{section}:Key"]);
        if (settings[setting] is not { Length: > 0 } file)
            return key is { Length: > 0 }
                ? throw new SettingException(setting, $"is missing, while {section}:Key is set")
                : null;
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(file, key is { Length: > 0 } ? key : null);
            using var rsa = certificate.GetRSAPrivateKey();
            return rsa is null
                ? throw new SettingException(setting, $"{file} has no RSA key, which alone can seal other keys")
                : certificate;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new SettingException(setting, $"{file} cannot be read as a PEM certificate with its key");
        }
    }
}
