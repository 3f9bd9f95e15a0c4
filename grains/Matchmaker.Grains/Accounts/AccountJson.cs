using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Grains.Accounts;

/// <summary>An account as the store and the journal keep it: without id, version and credentials.</summary>
internal sealed record AccountJson(
    Role Role,
    string? Enterprise,
    string? Firm,
    string? Owner,
    bool Sample,
    string? InvitedBy = null,
    ImmutableArray<Vouch>? Vouches = null,
    Objection? Objection = null,
    string? Name = null,
    string? Language = null,
    bool NoDigests = false,
    bool NoProgrammes = false
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static string Write(Account account) =>
        JsonSerializer.Serialize(
            new AccountJson(
                account.Role,
                account.Enterprise,
                account.Firm,
                account.Owner,
                account.Sample,
                account.InvitedBy,
                account.Vouches,
                account.Objection,
                account.Name,
                account.Language,
                account.NoDigests,
                account.NoProgrammes
            ),
            Options
        );

    public static Account Read(string email, long version, string body)
    {
        var kept = JsonSerializer.Deserialize<AccountJson>(body, Options)!;
        return new()
        {
            Id = email,
            Version = version,
            Role = kept.Role,
            Enterprise = kept.Enterprise,
            Firm = kept.Firm,
            Owner = kept.Owner,
            Sample = kept.Sample,
            InvitedBy = kept.InvitedBy,
            Vouches = kept.Vouches,
            Objection = kept.Objection,
            Name = kept.Name,
            Language = kept.Language,
            NoDigests = kept.NoDigests,
            NoProgrammes = kept.NoProgrammes,
        };
    }
}
