using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Mail;
using Matchmaker.Grains.Mail;

namespace Matchmaker.Grains.People;

/// <summary>The letters about who may answer for a party. Pure.</summary>
internal static class PeopleLetters
{
    /// <summary>Invites somebody to open an account; its link is put in when it goes out.</summary>
    public static Letter Invitation(Invitation invitation, DateTimeOffset now) =>
        Letters.For(
            Email.Normal(invitation.Email),
            "invitation",
            now,
            Letters.Code($"role.{invitation.Role.ToString().ToLowerInvariant()}")
        ) with
        {
            IsInvitation = true,
        };

    /// <summary>Tells a party's people that an account was added to their party.</summary>
    /// <param name="inviter">Null: not known.</param>
    public static IEnumerable<Letter> Added(
        string added,
        string? inviter,
        IEnumerable<Account> people,
        DateTimeOffset now
    ) =>
        people
            .Where(account => account.Id != added)
            .Select(account =>
                inviter == ProviderPerson.Actor
                    ? Letters.For(account.Id, "accountCame", now, Letters.Text(added))
                    : Letters.For(
                        account.Id,
                        "accountAdded",
                        now,
                        Letters.Text(added),
                        inviter is null ? Letters.Code("text.none") : Letters.Text(inviter)
                    )
            );

    /// <summary>Lets an account's owner set the password anew; its link is put in when it goes out.</summary>
    /// <param name="language">In which it was asked for.</param>
    public static Letter Reset(string account, string language, DateTimeOffset now) =>
        Letters.For(account, "passwordReset", now, Letters.Text(account)) with
        {
            IsReset = true,
            Language = language,
        };

    /// <summary>Tells an account's owner that its password was changed.</summary>
    public static Letter Changed(string account, DateTimeOffset now) =>
        Letters.For(account, "passwordChanged", now, Letters.Text(account));

    /// <summary>Tells an account's owner that its second factor was taken away.</summary>
    public static Letter FactorRemoved(string account, DateTimeOffset now) =>
        Letters.For(account, "factorRemoved", now, Letters.Text(account));

    /// <summary>Tells an account's owner that a passkey was added.</summary>
    public static Letter PasskeyAdded(string account, string name, DateTimeOffset now) =>
        Letters.For(account, "passkeyAdded", now, Letters.Text(account), Letters.Text(name));

    /// <summary>Tells an account's owner that the identity provider signs in to it from now on.</summary>
    public static Letter Bound(string account, DateTimeOffset now) =>
        Letters.For(account, "signInBound", now, Letters.Text(account));

    /// <summary>Tells an account's owner that somebody guesses its password.</summary>
    public static Letter Guessed(string account, DateTimeOffset now) =>
        Letters.For(account, "passwordGuessed", now, Letters.Text(account));

    /// <summary>Tells whoever invited an account that one of the party's people does not know it.</summary>
    public static IEnumerable<Letter> Objected(Account account, Objection objection)
    {
        if (account.InvitedBy is { } inviter && Email.IsValid(inviter))
            yield return Letters.For(
                inviter,
                "accountObjected",
                objection.At,
                Letters.Text(account.Id),
                Letters.Text(objection.By)
            );
    }
}
