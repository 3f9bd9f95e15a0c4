using System.Globalization;
using System.Threading.RateLimiting;
using Matchmaker.Web.Problems;
using Microsoft.AspNetCore.RateLimiting;

namespace Matchmaker.Web.Security;

/// <summary>How much one caller may ask for.</summary>
internal static class Limits
{
    public const string SignIn = "sign-in";

    private const string Setting = "Matchmaker:SignInsPerMinute";
    private const int Usual = 30;
    private const int AtOnce = 256;
    private const int Waiting = 1024;
    private const int FilesAtOnce = 4;
    private const int FilesWaiting = 16;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static void AddLimits(this IServiceCollection services, IConfiguration settings)
    {
        var most = settings.GetValue(Setting, Usual);
        services.AddRequestTimeouts(options =>
            options.DefaultPolicy = new()
            {
                Timeout = Longest,
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
                        _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }
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

    // Because more at once would only make all of them late; files take their time and much memory, connections to the hub stay for hours.
    private static RateLimitPartition<string> Partition(PathString path)
    {
        if (path.StartsWithSegments("/api/imports") || path.StartsWithSegments("/api/exports"))
            return RateLimitPartition.GetConcurrencyLimiter(
                "files",
                _ => new() { PermitLimit = FilesAtOnce, QueueLimit = FilesWaiting }
            );
        return path.StartsWithSegments("/api")
            ? RateLimitPartition.GetConcurrencyLimiter(
                "requests",
                _ => new() { PermitLimit = AtOnce, QueueLimit = Waiting }
            )
            : RateLimitPartition.GetNoLimiter("others");
    }
}
