using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Contracts.Accounts;

/// <summary>
/// Somebody's word that a mailbox belongs to the party for which it answers. Consent counts by it alone.
/// </summary>
/// <param name="By">The address of the person who vouched.</param>
/// <param name="As">Whether that person is of the party or of the office.</param>
[GenerateSerializer, Immutable]
public sealed record Vouch(string By, VoucherRole As, DateTimeOffset At);

/// <summary>In which role somebody vouched.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoucherRole>))]
public enum VoucherRole
{
    /// <summary>A vouched account of the same party.</summary>
    [JsonStringEnumMemberName("party")]
    Party,

    /// <summary>An officer or admin who neither invited the account nor brokers the introduction.</summary>
    [JsonStringEnumMemberName("office")]
    Office,
}

/// <summary>The word of one of a party's people that an account does not belong to the party.</summary>
/// <param name="By">The address of the person who objects.</param>
[GenerateSerializer, Immutable]
public sealed record Objection(string By, DateTimeOffset At);

/// <summary>
/// Who may count as the mailbox of a party (introductions.md). Pure. It decides whose word makes a consent count.
/// </summary>
public static class VouchRules
{
    /// <summary>The voucher of sample accounts.</summary>
    public const string Sample = "sample";

    /// <summary>
    /// Whose word makes the account answer for its party in an introduction; null: nobody's yet. After an objection,
    /// only a later word of the office counts.
    /// </summary>
    /// <param name="brokers">The officers who broker the introduction, or have brokered it.</param>
    public static string? VoucherOf(Account account, IReadOnlyCollection<string> brokers) =>
        account.Party is null ? null
        : IsSample(account) ? Sample
        : VoucherOf(
            (account.Vouches ?? []).Where(vouch =>
                account.Objection is not { } objection || (vouch.As is VoucherRole.Office && vouch.At > objection.At)
            ),
            account.InvitedBy,
            brokers
        );

    /// <summary>
    /// Whether the system made it with the sample data. One that a person marked as a sample, or gave another party,
    /// needs somebody's word like any other.
    /// </summary>
    public static bool IsSample(Account account) =>
        account.Sample && (account.InvitedBy is null || account.InvitedBy == Caller.System.Email);

    /// <summary>Why somebody may not vouch for an account, or object to it; null: they may.</summary>
    /// <param name="own">The caller's own account, for the party's people.</param>
    /// <returns>A row of errors.csv.</returns>
    public static string? RefusalOf(Caller caller, Account account, Account? own) =>
        account.Id == caller.Email ? "vouchForOneself"
        : caller.IsOffice ? (account.InvitedBy == caller.Email ? "vouchForOwnInvitation" : null)
        : own is null || VoucherOf(own, []) is null ? "notVouchedFor"
        : null;

    /// <summary>The first vouch that counts; null: there is none.</summary>
    /// <param name="introducedBy">Who invited the account, or typed the mailbox.</param>
    /// <param name="brokers">The officers who broker the introduction, or have brokered it.</param>
    public static string? VoucherOf(
        IEnumerable<Vouch> vouches,
        string? introducedBy,
        IReadOnlyCollection<string> brokers
    ) =>
        vouches
            .FirstOrDefault(vouch =>
                vouch.As is VoucherRole.Party
                || (vouch.By != introducedBy && !brokers.Contains(vouch.By, StringComparer.Ordinal))
            )
            ?.By;
}
