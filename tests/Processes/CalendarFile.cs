using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Matchmaker.Processes;

/// <summary>
/// A calendar file as another parser than the one that writes it finds it: every test reads calendar files here.
/// </summary>
/// <param name="Start">The instant, whatever the zone.</param>
/// <param name="Zone">The name of the zone of its times.</param>
/// <param name="Zones">The zones that the file describes.</param>
/// <param name="Organiser">With <c>mailto:</c>, as are the guests.</param>
public sealed record CalendarFile(
    string? Method,
    string Uid,
    int Sequence,
    string? Status,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Zone,
    ImmutableArray<string> Zones,
    string? Summary,
    string? Place,
    string? Note,
    string? Organiser,
    ImmutableArray<string> Guests
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lock Turn = new();
    private static readonly Lazy<Process> Parser = new(Started);

    /// <exception cref="FormatException">The parser refuses the text, or it holds no event or several.</exception>
    public static CalendarFile Read(string text)
    {
        var line = Ask(JsonSerializer.Serialize(text));
        var found = JsonSerializer.Deserialize<Found>(line, Json)!;
        return found.Fault is { } fault
            ? throw new FormatException($"{fault}\n{text}")
            : new(
                found.Method,
                found.Uid!,
                found.Sequence,
                found.Status,
                DateTimeOffset.FromUnixTimeSeconds(found.Start),
                DateTimeOffset.FromUnixTimeSeconds(found.End),
                found.Zone!,
                found.Zones,
                found.Summary,
                found.Place,
                found.Note,
                found.Organiser,
                found.Guests
            );
    }

    private static string Ask(string line)
    {
        lock (Turn)
        {
            var parser = Parser.Value;
            parser.StandardInput.WriteLine(line);
            parser.StandardInput.Flush();
            return parser.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException("The parser of calendar files has ended.");
        }
    }

    // It ends with its input, that is, with the tests.
    private static Process Started()
    {
        var packages = Path.Combine(Built.Home, "web", "ui", "node_modules");
        if (!Directory.Exists(packages))
            throw new DirectoryNotFoundException("Build the page once: npm --prefix web/ui ci");
        return Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Built.Home, "tests", "Processes", "readCalendars.cjs")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
                Environment = { ["NODE_PATH"] = packages },
            }
        )!;
    }

    private sealed record Found(
        string? Fault,
        string? Method,
        string? Uid,
        int Sequence,
        string? Status,
        long Start,
        long End,
        string? Zone,
        ImmutableArray<string> Zones,
        string? Summary,
        string? Place,
        string? Note,
        string? Organiser,
        ImmutableArray<string> Guests
    );
}
