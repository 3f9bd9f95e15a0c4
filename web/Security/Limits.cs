using System.Globalization;
using System.Threading.RateLimiting;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Security;

/// <summary>How much one caller may ask for.</summary>
internal static class Limits
{
    public const string SignIn = "sign-in";

    private const string Setting = "Matchmaker:SignInsPerMinute";
    private const int Usual = 30;

    public static void AddLimits(this IServiceCollection services, IConfiguration settings)
    {
        var most = settings.GetValue(Setting, Usual);
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await Problem.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
            };
        });
    }
}
