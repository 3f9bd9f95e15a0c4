using Matchmaker.Contracts.Callers;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Matchmaker.Silo.Commands;

/// <summary><c>import KIND FILE</c>: the API's import without a web server.</summary>
internal static class Import
{
    private const int MaxDuplicates = 100;

    /// <returns>
    /// 0: every row was imported; 1: some rows were rejected, and the errors printed; 2: invalid arguments or file, and
    /// nothing was changed; 3: it was stopped, and the rows that were stored stay.
    /// </returns>
    public static async Task<int> Run(HostApplicationBuilder builder, string[] args)
    {
        if (args is not [_, var code, var path] || ListingKind.Find(code) is not { } kind)
            return Wrong(
                $"usage: import {string.Join('|', ListingKind.All.Select(kind => kind.Code))} FILE.csv|FILE.xlsx|FILE.geojson"
            );
        if (!File.Exists(path))
            return Wrong($"{path}: there is no such file");
        await builder.AddMatchmaker();
        using var host = builder.Build();
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await host.StartAsync();
        try
        {
            await using var file = File.OpenRead(path);
            var format = Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => FileFormat.Csv,
                ".xlsx" => FileFormat.Xlsx,
                _ => FileFormat.GeoJson,
            };
            return Print(
                await new Importer(host.Services.GetRequiredService<IGrainFactory>(), TimeProvider.System).Run(
                    Caller.System,
                    kind,
                    format,
                    file,
                    false,
                    "en",
                    cancellation: stopping
                )
            );
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Console.Error.WriteLine("stopped; the rows that were stored stay, and the file can be imported again");
            return 3;
        }
        catch (BadFileException bad)
        {
            return Wrong($"{path}: {bad.Message}");
        }
        finally
        {
            await host.StopAsync();
        }
    }

    private static int Print(ImportReport report)
    {
        foreach (var cell in report.Rejected)
            Console.WriteLine($"line {cell.Line}, {cell.Column}: {cell.Value}: {cell.Message}");
        Console.WriteLine(
            $"{report.Read} read, {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged, {report.Rejected.Select(cell => cell.Line).Distinct().Count()} rejected"
        );
        foreach (var row in (report.Duplicates ?? []).Take(MaxDuplicates))
            Console.WriteLine($"line {row.Line}: {row.Id} may be the same as {row.Of}");
        if (report.Duplicates?.Count > MaxDuplicates)
            Console.WriteLine($"and {report.Duplicates.Count - MaxDuplicates} more that may be known already");
        return report.Rejected.Count == 0 ? 0 : 1;
    }

    private static int Wrong(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
