using System.Globalization;
using System.Threading.RateLimiting;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Accounts.Provider;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Security;

/// <summary>How often one address may try to sign in, and how long the work on a request may take.</summary>
internal static class Limits
{
    public const string SignIn = "sign-in";

    private const string Setting = "Matchmaker:SignInsPerMinute";
    private const int DefaultSignIns = 30;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public static void AddLimits(this IServiceCollection services, IConfiguration settings)
    {
        var signIns = settings.GetValue(Setting, DefaultSignIns);
        services.AddRequestTimeouts(options =>
            options.DefaultPolicy = new()
            {
                Timeout = Timeout,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            }
        );
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(
                SignIn,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.RequestServices.GetRequiredService<Devices>().SourceOf(context),
                        _ => new() { PermitLimit = signIns, Window = TimeSpan.FromMinutes(1) }
                    )
            );
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time)
                    ? time
                    : TimeSpan.FromMinutes(1);
                if (rejected.HttpContext.Request.Path.StartsWithSegments(ProviderEndpoints.Start))
                {
                    ReturnPath.Of(rejected.HttpContext.Request).ToSignIn(rejected.HttpContext, "busy");
                    return;
                }

                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                await Problem.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
            };
        });
    }
}
