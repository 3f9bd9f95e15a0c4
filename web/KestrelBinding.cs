namespace Matchmaker.Web;

/// <summary>Where the server listens, and how much one request may send.</summary>
internal static class KestrelBinding
{
    private const string Default = "http://localhost:5080";
    private const long LargestBody = 1024 * 1024;

    public static void Configure(WebApplicationBuilder builder)
    {
        // In code and only when nobody said otherwise, because a default in appsettings.json would win over ASPNETCORE_URLS.
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(Default);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
    }
}
