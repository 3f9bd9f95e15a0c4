using System.Globalization;
using System.Threading.RateLimiting;
using Matchmaker.Web.Problems;
using Microsoft.AspNetCore.RateLimiting;

namespace Matchmaker.Web.Security;

/// <summary>Rate limits, concurrency limits and the timeout of requests.</summary>
internal static class Limits
{
    public const string SignIn = "sign-in";

    private const string Setting = "Matchmaker:SignInsPerMinute";
    private const int DefaultSignIns = 30;
    private const int MaxRequests = 256;
    private const int MaxWaitingRequests = 1024;
    private const int MaxFiles = 4;
    private const int MaxWaitingFiles = 16;
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
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Partition(context.Request.Path)
            );
            options.AddPolicy(
                SignIn,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new() { PermitLimit = signIns, Window = TimeSpan.FromMinutes(1) }
                    )
            );
            options.OnRejected = async (rejected, _) =>
            {
                if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null)
                {
                    await Problem.Write(rejected.HttpContext, StatusCodes.Status503ServiceUnavailable);
                    return;
                }

                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time)
                    ? time
                    : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                await Problem.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
            };
        });
    }

    // Beyond these limits more concurrency only makes every request slower. Files need time and memory; hub connections
    // stay open for hours and are not limited.
    private static RateLimitPartition<string> Partition(PathString path)
    {
        if (path.StartsWithSegments("/api/imports") || path.StartsWithSegments("/api/exports"))
            return RateLimitPartition.GetConcurrencyLimiter(
                "files",
                _ => new() { PermitLimit = MaxFiles, QueueLimit = MaxWaitingFiles }
            );
        return path.StartsWithSegments("/api")
            ? RateLimitPartition.GetConcurrencyLimiter(
                "requests",
                _ => new() { PermitLimit = MaxRequests, QueueLimit = MaxWaitingRequests }
            )
            : RateLimitPartition.GetNoLimiter("others");
    }
}
