namespace Matchmaker.Web.Security;

/// <summary>Keeps secrets out of the log at every log level.</summary>
internal static class LogRedaction
{
    /// <summary>Keeps request URLs out of the log: those of invitations, consents and the hub carry a secret.</summary>
    public static void KeepSecretsOutOfLog(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // What the identity provider says, with its tokens.
        builder.Logging.AddFilter("Matchmaker.Web.Accounts.Provider.ProviderHandler", LogLevel.Warning);
    }
}
