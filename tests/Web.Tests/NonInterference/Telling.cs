using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>
/// What an answer tells, as text: status, headers and body, without what chance or the clock gives it. Ids are numbered
/// in the order in which one system tells them, so that two systems that tell the same tell the same numbers.
/// </summary>
internal sealed partial class Telling(Uri address)
{
    private static readonly Regex Aliases = new(AliasPattern(), RegexOptions.Compiled | RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>The answer as it came.</summary>
    public static async Task<string> Read(HttpResponseMessage answer)
    {
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        var isWorkbook =
            answer.Content.Headers.ContentType?.MediaType?.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal)
            is true;
        var body = isWorkbook
            ? await Sheets(await answer.Content.ReadAsStreamAsync())
            : await answer.Content.ReadAsStringAsync();
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}";
    }

    /// <summary>What it tells.</summary>
    public string Of(string text)
    {
        text = text.Replace($"{address.Host}:{address.Port}", "host", StringComparison.Ordinal);
        text = Cursors().Replace(text, "(cursor)");
        text = Instants().Replace(text, "(instant)");
        text = Durations().Replace(text, "$1(hours)");
        text = Relations().Replace(text, "(relation)");
        text = Aliases.Replace(text, "(alias)");
        return Ids()
            .Replace(
                text,
                id => _ids.TryGetValue(id.Value, out var known) ? known : _ids[id.Value] = $"(id {_ids.Count})"
            );
    }

    private static async Task<string> Sheets(Stream workbook)
    {
        await using var zip = new ZipArchive(workbook);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.Append(entry.FullName).Append('\n').Append(await reader.ReadToEndAsync()).Append('\n');
        }

        return text.ToString();
    }

    // Every pair of words that an alias may be made of, in each language, and the numbers that stand in for them.
    private static string AliasPattern()
    {
        var rows = File.ReadLines(Path.Combine(Built.Home, "grains", "Matchmaker.Grains", "Aliases", "alias-words.csv"))
            .Skip(1)
            .Select(row => row.Split(','))
            .ToList();
        string Words(string place, int column) =>
            string.Join('|', rows.Where(row => row[0] == place).Select(row => Regex.Escape(row[column])));
        return $"(?:{Words("1", 1)}) (?:{Words("2", 1)})|(?:{Words("1", 2)})(?:{Words("2", 2)})|(?:{Words("1", 3)})(?:{Words("2", 3)})|(?:No\\.|代號|代号) \\d{{4}}-\\d{{4}}";
    }

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Cursors();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00|\\u002B00:00)")]
    private static partial Regex Instants();

    [GeneratedRegex("""((?:median|mean)Hours(?:":|,|</t></is></c><c [^>]*><v>))[0-9.E-]+""")]
    private static partial Regex Durations();

    [GeneratedRegex("\"R[0-9a-f]{16,32}\"")]
    private static partial Regex Relations();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Ids();
}
