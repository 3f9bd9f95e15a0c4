using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Matchmaker.Grains.Journal;

/// <summary>
/// One line of the journal: who changed which record when, from what to what, chained to the line before by its hash.
/// </summary>
internal sealed record JournalEntry
{
    /// <summary>The hash before the first entry.</summary>
    public const string NoHash = "";

    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>The first sequence of what was committed together.</summary>
    public required long Change { get; init; }

    /// <summary>RFC 3339, UTC, seven decimals.</summary>
    public required string At { get; init; }

    public required string Actor { get; init; }

    public required string Kind { get; init; }

    public required string Id { get; init; }

    public string? Parent { get; init; }

    public required long Version { get; init; }

    public string? Owner { get; init; }

    /// <summary>1: everybody may see the record from now on; else 0.</summary>
    public required int Visible { get; init; }

    public string? Cleared { get; init; }

    /// <summary>The record's JSON; null: there was none.</summary>
    public string? Before { get; init; }

    /// <summary>The record's JSON; null: it is deleted.</summary>
    public string? After { get; init; }

    /// <summary>SHA-256, 64 lower-case hex digits, over the previous entry's and every field of this one.</summary>
    public string Hash { get; init; } = NoHash;

    public static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>This entry as the next after that hash.</summary>
    public JournalEntry ChainedTo(string previous) => this with { Hash = HashAfter(previous) };

    /// <summary>What the hash must be where the entry before has that one.</summary>
    public string HashAfter(string previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] fields =
        [
            previous,
            Number(Sequence),
            Number(Change),
            At,
            Actor,
            Kind,
            Id,
            Parent,
            Number(Version),
            Owner,
            Number(Visible),
            Cleared,
            Before,
            After,
        ];
        foreach (var field in fields)
            Append(hash, field);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each field is prefixed with its length, and null (-1) differs from empty: no two entries give the same bytes.
    private static void Append(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
