using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Matchmaker.Contracts;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// This process's certificate and the authority that issued all certificates of the cluster: PEM files, read again when
/// they change.
/// </summary>
internal sealed class Certificates(string certificate, string key, string authority)
{
    /// <summary>The extended key usage of a silo's certificate: TLS server authentication.</summary>
    public const string ForServers = "1.3.6.1.5.5.7.3.1";

    /// <summary>The extended key usage of every certificate of the cluster: TLS client authentication.</summary>
    public const string ForClients = "1.3.6.1.5.5.7.3.2";

    private readonly Lock _guard = new();
    private (DateTime Changed, X509Certificate2 Own, X509Certificate2 Authority)? _read;

    public X509Certificate2 Own => Read().Own;

    /// <summary>Trusts only the cluster's authority.</summary>
    public X509ChainPolicy Policy() =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { Read().Authority },
            // The authority is the operator's own: a process that leaves gets no new certificate.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };

    /// <summary>Whether the certificate has this extended key usage.</summary>
    public static bool Serves(X509Certificate2 certificate, string purpose) =>
        certificate
            .Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(usage => usage.EnhancedKeyUsages[purpose] is not null);

    /// <summary>Reads the files, so that wrong files stop the start.</summary>
    /// <param name="purpose">The extended key usage that this process needs.</param>
    /// <exception cref="SettingException">The files cannot be read, do not belong together, or are not valid
    /// today.</exception>
    public Certificates Checked(string setting, string purpose, TimeProvider time)
    {
        try
        {
            var own = Own;
            using var chain = new X509Chain { ChainPolicy = Policy() };
            chain.ChainPolicy.VerificationTime = time.GetLocalNow().DateTime;
            if (!chain.Build(own))
                throw new SettingException(
                    setting,
                    $"{certificate}: "
                        + string.Join(' ', chain.ChainStatus.Select(status => status.StatusInformation.Trim()))
                );
            if (!Serves(own, purpose))
                throw new SettingException(
                    setting,
                    $"{certificate} is not for {(purpose == ForServers ? "servers" : "clients")} "
                        + $"(extended key usage {purpose})"
                );
            return this;
        }
        catch (Exception wrong)
            when (wrong is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new SettingException(
                setting,
                $"the certificate cannot be read: {wrong.Message.ReplaceLineEndings(" ")}",
                wrong
            );
        }
    }

    private (DateTime Changed, X509Certificate2 Own, X509Certificate2 Authority) Read()
    {
        lock (_guard)
        {
            var changed = new[] { certificate, key, authority }.Max(File.GetLastWriteTimeUtc);
            if (_read is { } read && read.Changed == changed)
                return read;
            try
            {
                var now = (
                    changed,
                    X509Certificate2.CreateFromPemFile(certificate, key),
                    X509CertificateLoader.LoadCertificateFromFile(authority)
                );
                _read = now;
                return now;
            }
            catch (Exception failure) when (_read is not null && failure is IOException or CryptographicException)
            {
                return _read!.Value; // Files that are being replaced do not match for a moment.
            }
        }
    }
}
