using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;

namespace Matchmaker.Web.Records;

/// <summary>The id of a record that a POST creates: 128 bits without meaning.</summary>
internal static class NewId
{
    /// <summary>
    /// Random. For a request with an <c>Idempotency-Key</c> always the same, so that a repeat after a crash finds the
    /// record of the first.
    /// </summary>
    public static string Of(HttpContext context) => context.Items[typeof(NewId)] as string ?? RecordIds.New();

    /// <summary>Derives the id from the key of the request.</summary>
    public static void SetFromKey(HttpContext context, ImmutableArray<byte> secret, string key) =>
        context.Items[typeof(NewId)] = Convert.ToHexStringLower(
            HMACSHA256.HashData(secret.AsSpan(), Encoding.UTF8.GetBytes(Name(context, key))).AsSpan(0, 16)
        );

    /// <summary>Identifies a request with a key: caller, path and key.</summary>
    public static string Name(HttpContext context, string key) =>
        $"{CurrentCaller.Of(context.User).Email}\n{context.Request.Path}\n{key}";
}
