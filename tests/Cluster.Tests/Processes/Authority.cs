using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>
/// A throw-away authority that issues the certificates of one cluster, as PEM files in a folder of its own.
/// </summary>
internal sealed class Authority : IDisposable
{
    private const string ForServers = "1.3.6.1.5.5.7.3.1";
    private const string ForClients = "1.3.6.1.5.5.7.3.2";

    private readonly string _folder = Directory.CreateTempSubdirectory("mm-authority-").FullName;
    private readonly X509Certificate2 _own;

    public Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=cluster authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = TimeProvider.System.GetUtcNow();
        _own = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(PathOf("authority.pem"), _own.ExportCertificatePem());
    }

    /// <summary>The settings of a silo with a certificate of this authority.</summary>
    public (string Name, string Value)[] Silo(string name) => Issue(name, ForServers, ForClients);

    /// <summary>The settings of a web host with a certificate of this authority.</summary>
    public (string Name, string Value)[] Web(string name) => Issue(name, ForClients);

    /// <summary>A certificate of this authority to connect with.</summary>
    public X509Certificate2 Client(string name)
    {
        Issue(name, ForClients);
        return X509Certificate2.CreateFromPemFile(PathOf($"{name}.pem"), PathOf($"{name}.key"));
    }

    public void Dispose()
    {
        _own.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private (string Name, string Value)[] Issue(string name, params string[] purposes)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([.. purposes.Select(purpose => new Oid(purpose))], false)
        );
        var now = TimeProvider.System.GetUtcNow();
        using var issued = request.Create(_own, now.AddHours(-1), now.AddHours(12), RandomNumberGenerator.GetBytes(16));
        File.WriteAllText(PathOf($"{name}.pem"), issued.ExportCertificatePem());
        File.WriteAllText(PathOf($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
        return
        [
            ("Matchmaker__Cluster__Certificate", PathOf($"{name}.pem")),
            ("Matchmaker__Cluster__Key", PathOf($"{name}.key")),
            ("Matchmaker__Cluster__Authority", PathOf("authority.pem")),
        ];
    }

    private string PathOf(string file) => Path.Combine(_folder, file);
}
