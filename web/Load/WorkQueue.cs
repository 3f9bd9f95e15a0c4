using Microsoft.AspNetCore.Http.Metadata;

namespace Matchmaker.Web.Load;

/// <summary>What kind of work a request waits for. Each has permits of its own (<see cref="WorkLimits"/>).</summary>
internal enum WorkQueue
{
    /// <summary>Records, lists and everything else that is cheap.</summary>
    Ordinary,

    /// <summary>Searches, matches, near misses, packages: what keeps a core busy.</summary>
    Question,

    Import,
    Export,

    /// <summary>Hashing a password.</summary>
    Password,

    /// <summary>Calls of the hub.</summary>
    Live,

    /// <summary>The route takes permits by itself, or needs none.</summary>
    None,
}

/// <summary>Says for which kind of work routes wait.</summary>
internal static class WorkQueues
{
    public static TBuilder Waits<TBuilder>(this TBuilder route, WorkQueue queue)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Waiting(queue));

    /// <summary>Whether a request's load is bounded here: that of the API, not of the page's own files.</summary>
    public static bool IsBounded(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi");

    public static WorkQueue Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Waiting>()?.Queue ?? WorkQueue.Ordinary;

    private sealed record Waiting(WorkQueue Queue);
}

/// <summary>The largest body of a route, in bytes; read where the route is found.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
