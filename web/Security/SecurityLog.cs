using Matchmaker.Contracts.Accounts;
using Matchmaker.Web.Accounts;

namespace Matchmaker.Web.Security;

/// <summary>
/// Logs sign-ins, refused sign-ins and refused requests, one line each. No line holds a secret, or text by which a
/// stranger could forge another line.
/// </summary>
internal sealed partial class SecurityLog(ILogger<SecurityLog> log)
{
    public void SignedIn(HttpContext context, string account, string by) =>
        LogSignedIn(log, account, From(context), by);

    public void Accepted(HttpContext context, string account) => LogAccepted(log, account, From(context));

    public void Changed(HttpContext context, string account) => LogChanged(log, account, From(context));

    /// <param name="how">What became of the second factor.</param>
    public void FactorChanged(HttpContext context, string account, string how) =>
        LogFactor(log, account, how, From(context));

    /// <param name="email">As typed; logged only if it is an address, since people type passwords into the wrong
    /// field.</param>
    public void Refused(HttpContext context, string? email) =>
        LogRefused(
            log,
            Email.Normal(email ?? "") is var address && Email.IsValid(address) ? address : "no address",
            From(context)
        );

    /// <summary>A request that was forbidden (403) or exceeded a rate limit (429).</summary>
    public void Denied(HttpContext context) =>
        LogDenied(
            log,
            context.Response.StatusCode,
            context.Request.Method,
            context.RoutePattern() ?? "(no route)",
            CurrentCaller.Of(context.User).Email ?? "nobody",
            From(context)
        );

    private static string From(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account} signed in from {Address} and got {By}")]
    private static partial void LogSignedIn(ILogger log, string account, string address, string by);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Account} accepted an invitation from {Address} and set a password"
    )]
    private static partial void LogAccepted(ILogger log, string account, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "The password of {Account} was set from {Address}")]
    private static partial void LogChanged(ILogger log, string account, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "The second factor of {Account} was {How} from {Address}")]
    private static partial void LogFactor(ILogger log, string account, string how, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in as {Account} from {Address} was refused")]
    private static partial void LogRefused(ILogger log, string account, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Status}: {Method} {Route} by {Account} from {Address}")]
    private static partial void LogDenied(
        ILogger log,
        int status,
        string method,
        string route,
        string account,
        string address
    );
}

internal static class SecurityLogging
{
    public static void UseSecurityLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<SecurityLog>();
        app.Use(
            async (context, next) =>
            {
                await next(context);
                if (
                    context.Response.StatusCode
                    is StatusCodes.Status403Forbidden
                        or StatusCodes.Status429TooManyRequests
                )
                    log.Denied(context);
            }
        );
    }
}
