namespace Matchmaker.Contracts.Accounts;

/// <summary>An e-mail address as an account's key.</summary>
public static class Email
{
    /// <summary>The form under which an account is known: without blanks around it, in lower case.</summary>
    public static string Normal(string text) => text.Trim().ToLowerInvariant();

    /// <summary>
    /// The mailbox behind an address: a tag after <c>+</c> does not make another one.
    /// </summary>
    public static string Mailbox(string text) =>
        Normal(text) is var normal
        && normal.IndexOf('@') is > 0 and var at
        && normal.IndexOf('+') is > 0 and var tag
        && tag < at
            ? normal[..tag] + normal[at..]
            : normal;

    /// <summary>The domain of an address; empty: it has none.</summary>
    public static string DomainOf(string text) =>
        Normal(text) is var normal ? normal[(normal.LastIndexOf('@') + 1)..] : "";

    /// <summary>
    /// Whether a normal text can be an address: something, one @, something; at most 254 characters, none of them a
    /// blank or a control.
    /// </summary>
    public static bool IsValid(string text) =>
        text.Length is >= 3 and <= 254
        && text.IndexOf('@') is > 0 and var at
        && at == text.LastIndexOf('@')
        && at < text.Length - 1
        && !text.Any(sign =>
            char.IsWhiteSpace(sign)
            || char.IsControl(sign)
            || char.IsSurrogate(sign)
            || sign is '|' or '/' or '\\' or '<' or '>' or '"'
        );
}
