namespace Matchmaker.Web.Security;

/// <summary>What the log must not hold, at whatever level it is kept.</summary>
internal static class LogRedaction
{
    /// <summary>Keeps whole addresses out of the log: an invitation, a consent and the hub carry a secret in theirs, because they must.</summary>
    public static void KeepSecretsOutOfLog(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }
}
