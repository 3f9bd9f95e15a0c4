using System.Security.Cryptography;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Witnesses;

/// <summary>Who is told each day where the journal ends: section <c>Matchmaker:Witness</c>.</summary>
/// <param name="File">A line is added to it; null: no file.</param>
/// <param name="Mail">A letter goes there; null: nobody gets one.</param>
/// <param name="KeyFile">A PEM file with the elliptic-curve key that signs.</param>
public sealed record WitnessSettings(string? File, string? Mail, string? KeyFile)
{
    private const string Section = "Matchmaker:Witness";

    /// <summary>Whether anybody is told.</summary>
    public bool IsOn => File is not null || Mail is not null;

    /// <exception cref="SettingException">A value is wrong or missing.</exception>
    public static WitnessSettings Of(IConfiguration settings)
    {
        var given = settings.GetSection(Section);
        var witness = new WitnessSettings(Text(given["File"]), Text(given["Mail"]), Text(given["Key"]));
        if (witness.Mail is { } mail && !Email.IsValid(Email.Normal(mail)))
            throw Wrong("Mail", "must be an e-mail address");
        if (witness.IsOn)
            witness.Key().Dispose();
        return witness;
    }

    /// <summary>The key, which the caller disposes.</summary>
    /// <exception cref="SettingException">There is none, or it cannot be read.</exception>
    public ECDsa Key()
    {
        if (KeyFile is null)
            throw Wrong("Key", "is missing: a PEM file with an elliptic-curve key, which is kept out of the database");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(System.IO.File.ReadAllText(KeyFile));
            return key;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw Wrong("Key", $"{KeyFile} holds no elliptic-curve key that can be read");
        }
    }

    private static string? Text(string? value) => value is { Length: > 0 } ? value : null;

    private static SettingException Wrong(string setting, string reason) => new($"{Section}:{setting}", reason);
}
