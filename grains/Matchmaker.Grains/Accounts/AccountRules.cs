using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Accounts;

/// <summary>Which role goes with which party.</summary>
internal static class AccountRules
{
    /// <summary>Everything that is wrong with an account's address, role and party; empty: nothing.</summary>
    public static ImmutableArray<FieldError> Check(
        string email,
        Role role,
        string? enterprise,
        string? firm,
        string? owner
    )
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (!Email.IsValid(Email.Normal(email)))
            errors.Add(new("email", "notAnEmail"));
        if (role == Role.Anonymous || !Enum.IsDefined(role))
            errors.Add(new("role", "notACode", "enterprise, firm, owner, officer, admin"));
        CheckParty(errors, "enterprise", enterprise, role == Role.Enterprise);
        CheckParty(errors, "firm", firm, role == Role.Firm);
        CheckParty(errors, "owner", owner, role == Role.Owner);
        return errors.ToImmutable();
    }

    /// <summary>Everything that is wrong with what an owner settles; empty: nothing.</summary>
    public static ImmutableArray<FieldError> Check(AccountSettings settings)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (settings.Name is { } name && name.Trim().Length > AccountSettings.MaxName)
            errors.Add(new("name", "tooLong", $"{AccountSettings.MaxName}"));
        if (settings.Name is { } text && text.Any(char.IsControl))
            errors.Add(new("name", "controlSigns"));
        if (settings.Language is { } language && !AccountSettings.Languages.Contains(language))
            errors.Add(new("language", "notACode", string.Join(", ", AccountSettings.Languages)));
        return errors.ToImmutable();
    }

    /// <summary>
    /// Whether somebody of that role may invite somebody of this one: officers invite parties, admins everybody.
    /// </summary>
    public static bool MayInvite(Role inviter, Role invited) =>
        inviter == Role.Admin || (inviter == Role.Officer && invited is Role.Enterprise or Role.Firm or Role.Owner);

    private static void CheckParty(ImmutableArray<FieldError>.Builder errors, string path, string? id, bool needed)
    {
        if (needed && string.IsNullOrEmpty(id))
            errors.Add(new(path, "required"));
        else if (!needed && id is not null)
            errors.Add(new(path, "notTaken", "role"));
    }
}
