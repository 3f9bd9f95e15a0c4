using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Shortlists;

/// <summary>A link as it is kept: each reading is a version of it.</summary>
internal sealed record KeptLink : Record
{
    public required string Shortlist { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required string TokenHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The account that made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Whether an officer made it, and not the party's own people.</summary>
    public bool ByOffice { get; init; }

    public int Readings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastReadAt { get; init; }
}

/// <summary>Links in records of their own, so that a reading is no version of the shortlist. Pure.</summary>
internal static class KeptLinks
{
    public const int MaxDays = 90;

    /// <summary>How many a shortlist may have at a time.</summary>
    public const int MaxLinks = 20;

    /// <summary>Who reads by a link, as the journal names its actor.</summary>
    public const string Reader = "link";

    /// <summary>Null: there is none.</summary>
    public static KeptLink? Of(RecordRow? row) =>
        row is null ? null : Stored<KeptLink>.Of(row, RecordKind.SheetLink)?.Record;

    /// <summary>Whether that token opens that link at this instant.</summary>
    /// <param name="owner">Who may know of the shortlist now: a project may have become confidential since.</param>
    public static bool Opens(KeptLink link, string token, Visibility owner, DateTimeOffset now) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(link.TokenHash),
            Encoding.ASCII.GetBytes(TokenHash.Of(token))
        )
        && now < link.ExpiresAt
        && (
            owner.Cleared is not { } cleared
            || !link.ByOffice
            || cleared.Contains(link.MadeBy, StringComparer.OrdinalIgnoreCase)
        );

    public static SharedLink Shown(KeptLink link) =>
        new(link.Id, link.MadeAt, link.ExpiresAt, link.Readings, link.LastReadAt);

    /// <param name="actor">Who makes it or reads by it.</param>
    public static RecordWrite Put(KeptLink link, string actor, Visibility shortlist) =>
        new RecordWrite.Put(
            RecordKind.SheetLink,
            link.Id,
            link.Version,
            actor,
            RecordJson.Write(link),
            shortlist with
            {
                Kind = RecordKind.SheetLink,
            },
            Parent: link.Shortlist
        );
}
