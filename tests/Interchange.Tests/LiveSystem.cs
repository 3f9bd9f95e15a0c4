using Matchmaker.Contracts.Callers;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Silo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Matchmaker.Interchange.Tests;

/// <summary>A silo with a database of its own, as in an embedded run.</summary>
public sealed class LiveSystem : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private LiveSystem(IHost host, string folder)
    {
        _host = host;
        _folder = folder;
    }

    public static Caller Officer { get; } = new("officer@test", Role.Officer, null);

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<LiveSystem> Start()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-files").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([
            new("Matchmaker:Database", $"Data Source={Path.Combine(folder, "test.db")}"),
        ]);
        await builder.AddMatchmaker();
        var host = builder.Build();
        await host.StartAsync();
        return new(host, folder);
    }

    public Task<ImportReport> Import(ListingKind kind, string csv, bool dryRun = false, string language = "en") =>
        new Importer(Grains, TimeProvider.System).Run(Officer, kind, FileFormat.Csv, Some.Utf8(csv), dryRun, language);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
