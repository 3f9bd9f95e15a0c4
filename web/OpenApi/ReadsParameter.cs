namespace Matchmaker.Web.OpenApi;

/// <summary>A parameter that a route reads by itself.</summary>
/// <param name="In"><c>query</c> or <c>header</c>.</param>
/// <param name="Type">A word of JSON Schema, such as <c>integer</c>.</param>
internal sealed record ReadsParameter(string Name, string In, string Type, string Meaning);

/// <summary>Says what routes read by themselves.</summary>
internal static class Parameters
{
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder route, string name, string type, string meaning) =>
        route.WithMetadata(new ReadsParameter(name, "query", type, meaning));

    public static RouteHandlerBuilder ReadsList(this RouteHandlerBuilder route) =>
        route
            .Reads("q", "string", "Words that the id, a name, an address or the unit contains.")
            .Reads("after", "string", "What the page before gave as next.")
            .Reads("limit", "integer", "1 to 500; default 100.")
            .Reads("bbox", "string", "west,south,east,north in degrees: only what stands inside.")
            .Reads("ids", "string", "Just these, at most 500, with commas between them.");

    public static RouteHandlerBuilder ReadsOrder(this RouteHandlerBuilder route) =>
        route.Reads(
            "order",
            "string",
            "score, or a number or date attribute, with - before it for the greatest first; unknown last. Default score."
        );

    public static RouteHandlerBuilder ReadsVersion(this RouteHandlerBuilder route) =>
        route.WithMetadata(
            new ReadsParameter("If-Match", "header", "string", "The version that you saw, such as \"7\".")
        );

    public static RouteHandlerBuilder ReadsKey(this RouteHandlerBuilder route) =>
        route.WithMetadata(
            new ReadsParameter(
                "Idempotency-Key",
                "header",
                "string",
                "1 to 200 printable characters: a repeat with the same key is answered as the first was."
            )
        );
}
