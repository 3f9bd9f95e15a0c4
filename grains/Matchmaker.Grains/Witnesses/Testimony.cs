using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matchmaker.Grains.Journal;

namespace Matchmaker.Grains.Witnesses;

/// <summary>Where the journal ended at an instant, signed by a key that is not in the database.</summary>
/// <param name="At">RFC 3339, UTC.</param>
/// <param name="Sequence">The last entry's number; 0: there was none.</param>
/// <param name="Hash">The last entry's hash; empty: there was none.</param>
public sealed record Testimony(string At, long Sequence, string Hash)
{
    private const string Kind = "matchmaker-witness-1";
    private const string NoHash = "-";

    /// <summary>As one line: kind, instant, number, hash, signature.</summary>
    public string Line(ECDsa key)
    {
        var signature = key.SignData(Encoding.UTF8.GetBytes(Statement), HashAlgorithmName.SHA256);
        return $"{Statement} {Convert.ToBase64String(signature)}";
    }

    /// <summary>Null: the line is none, or that key did not sign it.</summary>
    public static Testimony? Read(string line, ECDsa key)
    {
        if (
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [Kind, var at, var number, var hash, var sign]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        )
            return null;
        var testimony = new Testimony(at, sequence, hash == NoHash ? JournalEntry.NoHash : hash);
        var signature = new byte[sign.Length];
        return
            Convert.TryFromBase64String(sign, signature, out var length)
            && key.VerifyData(
                Encoding.UTF8.GetBytes(testimony.Statement),
                signature.AsSpan(0, length),
                HashAlgorithmName.SHA256
            )
            ? testimony
            : null;
    }

    private string Statement =>
        $"{Kind} {At} {Sequence.ToString(CultureInfo.InvariantCulture)} {(Hash.Length == 0 ? NoHash : Hash)}";
}
