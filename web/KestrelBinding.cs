namespace Matchmaker.Web;

/// <summary>The server's default address and limits.</summary>
internal static class KestrelBinding
{
    private const string Default = "http://localhost:5080";
    private const long MaxBodySize = 1024 * 1024;

    public static void Configure(WebApplicationBuilder builder)
    {
        // Set in code: a default in appsettings.json would override ASPNETCORE_URLS.
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(Default);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodySize;
        });
    }
}
