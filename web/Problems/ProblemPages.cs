namespace Matchmaker.Web.Problems;

/// <summary>Turns every error response outside the page into a problem document.</summary>
internal static partial class ProblemPages
{
    private static readonly PathString[] Starts = ["/api", "/health", "/live", "/openapi"];

    public static void UseProblems(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Matchmaker.Web.Problems");
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                    if (context.Response.StatusCode >= 400 && IsEmpty(context.Response) && IsApi(context))
                        await Problem.Write(context, context.Response.StatusCode);
                }
                catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
                {
                    context.Response.StatusCode = 499; // the client closed the request
                }
                catch (Exception failure) when (!context.Response.HasStarted)
                {
                    context.Response.Clear();
                    await Problem.Write(context, failure);
                    var route = context.RoutePattern() ?? "(no route)";
                    if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                        LogUnavailable(log, context.Request.Method, route, failure.GetType().Name);
                    else if (context.Response.StatusCode >= 500)
                        LogFailed(log, context.Request.Method, route, failure);
                }
            }
        );
    }

    public static bool IsApi(HttpContext context) =>
        Starts.Any(start => context.Request.Path.StartsWithSegments(start));

    private static bool IsEmpty(HttpResponse response) =>
        !response.HasStarted && response.ContentType is null && response.ContentLength is null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Route} could not be served now: {Failure}")]
    private static partial void LogUnavailable(ILogger log, string method, string route, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    private static partial void LogFailed(ILogger log, string method, string route, Exception failure);
}
