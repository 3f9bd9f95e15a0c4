using Dapper;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Silo;
using Matchmaker.Silo.Sample;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Matchmaker.Grains.Tests.Sample;

/// <summary>A system as a start with <c>--sample</c> leaves it, on a SQLite file, with a mail server.</summary>
public sealed class FilledSystem : IAsyncLifetime
{
    private const int Spaces = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-sample").FullName;
    private IHost? _host;

    public MailServer Mail { get; } = MailServer.Started();

    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    internal Database Database => _host!.Services.GetRequiredService<Database>();

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([
            new("Matchmaker:Database", $"Data Source={Path.Combine(_folder, "sample.db")}"),
            .. Mail.Settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)),
        ]);
        await builder.AddMatchmaker(new SampleChoice(Spaces, History: true));
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        await Mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The present records of a kind, by id.</summary>
    internal async Task<IReadOnlyList<T>> All<T>(string kind)
        where T : Contracts.Records.Record =>
        [.. (await Rows(kind)).Select(row => RecordJson.Read<T>(row.Body!) with { Id = row.Id })];

    internal async Task<IReadOnlyList<RecordRow>> Rows(string kind) => await new RecordRepository(Database).List(kind);

    internal async Task<IReadOnlyList<(string Kind, string Id, string At, string? Body)>> Journal()
    {
        await using var connection = await Database.Open();
        return
        [
            .. await connection.QueryAsync<(string, string, string, string?)>(
                "SELECT kind, id, at, after FROM journal ORDER BY sequence"
            ),
        ];
    }
}
