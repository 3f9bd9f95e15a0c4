using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Matchmaker.Web.Tests.Operation;

/// <summary>The keys of cookies and tokens lie in the database sealed by a certificate, where one is set.</summary>
public sealed class KeyCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-keys").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_database_alone_opens_no_session_and_a_new_certificate_keeps_those_of_the_one_before()
    {
        var (first, second) = (Certificate("first"), Certificate("second"));
        string token;
        await using (var web = await Run(("Certificate", first.File), ("Key", first.Key)))
        {
            using var http = new HttpClient { BaseAddress = web.Address };
            var body = $$"""{"email":"officer@sample","password":"{{WebProcess.Password}}"}""";
            token = (string)(await http.Send("POST", "/api/sign-in?token=true", body).Json())["accessToken"]!;
        }

        var stored = string.Concat(Directory.GetFiles(_folder, "a.db*").Select(name => File.ReadAllText(name)));
        Assert.Contains("EncryptedKey", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("unencrypted form", stored, StringComparison.Ordinal);

        await using (
            var web = await Run(
                ("Certificate", second.File),
                ("Key", second.Key),
                ("Previous__Certificate", first.File),
                ("Previous__Key", first.Key)
            )
        )
            Assert.Equal(200, await Ask(web, token));
        await using (var web = await Run(("Certificate", second.File), ("Key", second.Key)))
            Assert.Equal(401, await Ask(web, token));
    }

    private Task<WebProcess> Run(params (string Name, string Value)[] keys) =>
        WebProcess
            .Run(
                $"Data Source={_folder}/a.db",
                ["--sample", "5", "--no-history"],
                [.. keys.Select(key => ($"Matchmaker__Keys__{key.Name}", key.Value))]
            )
            .Ready();

    private static async Task<int> Ask(WebProcess web, string token)
    {
        using var http = new HttpClient { BaseAddress = web.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await http.Send("GET", "/api/me").Status();
    }

    private (string File, string Key) Certificate(string name)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        var (file, key) = (Path.Combine(_folder, $"{name}.pem"), Path.Combine(_folder, $"{name}.key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(key, rsa.ExportPkcs8PrivateKeyPem());
        return (file, key);
    }
}
