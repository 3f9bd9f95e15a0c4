using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Accounts.Passkeys;

/// <summary>A passkey made of software (WebAuthn, ES256, no attestation), which lies where it is told to.</summary>
/// <param name="origin">Of the page that it believes to be on.</param>
/// <param name="domain">Of the site that it believes to be asked by.</param>
internal sealed class SoftKey(string origin, string domain) : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _handle = "";

    public string Origin { get; set; } = origin;

    public string Domain { get; set; } = domain;

    /// <summary>Whether it asked its owner for a finger, a face or a PIN.</summary>
    public bool IsVerified { get; set; } = true;

    public uint Count { get; set; } = 1;

    public string Id => Base64Url.EncodeToString(_id);

    /// <summary>What a browser sends after making it.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _handle = (string)asked["user"]!["id"]!;
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] key = [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. Data(WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. key];
        byte[] attestation =
        [
            0xA3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xA0,
            .. Text("authData"),
            0x58,
            (byte)data.Length,
            .. data,
        ];
        return Credential(
            new()
            {
                ["clientDataJSON"] = Base64Url.EncodeToString(Client("webauthn.create", asked)),
                ["attestationObject"] = Base64Url.EncodeToString(attestation),
                ["transports"] = new JsonArray("internal"),
            }
        );
    }

    /// <summary>What a browser sends after signing with it.</summary>
    public string Sign(string options)
    {
        var client = Client("webauthn.get", JsonNode.Parse(options)!);
        var data = Data(0);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return Credential(
            new()
            {
                ["clientDataJSON"] = Base64Url.EncodeToString(client),
                ["authenticatorData"] = Base64Url.EncodeToString(data),
                ["signature"] = Base64Url.EncodeToString(signature),
                ["userHandle"] = _handle,
            }
        );
    }

    /// <summary>Another key that says to be this one.</summary>
    public SoftKey Forged()
    {
        var forged = new SoftKey(Origin, Domain) { _handle = _handle };
        _id.CopyTo(forged._id, 0);
        return forged;
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(byte more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return
        [
            .. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)),
            (byte)(Present | (IsVerified ? Verified : 0) | more),
            .. count,
        ];
    }

    private byte[] Client(string type, JsonNode asked) =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["type"] = type,
                ["challenge"] = (string)asked["challenge"]!,
                ["origin"] = Origin,
                ["crossOrigin"] = false,
            }.ToJsonString()
        );

    private string Credential(JsonObject response) =>
        new JsonObject
        {
            ["id"] = Id,
            ["rawId"] = Id,
            ["type"] = "public-key",
            ["response"] = response,
            ["clientExtensionResults"] = new JsonObject(),
        }.ToJsonString();

    // A text of less than 24 bytes in CBOR.
    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];
}
