using System.Reflection;
using System.Text;

namespace Matchmaker.Matching.Boards;

/// <summary>Reads CSV tables: a header row, commas, and quotes around fields that hold a comma or a quote.</summary>
public static class Csv
{
    /// <summary>The rows of an embedded table, such as <c>Boards.lists.csv</c>, each by column name.</summary>
    /// <exception cref="InvalidOperationException">The assembly embeds no such table.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Embedded(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream($"{assembly.GetName().Name}.{name}")
            ?? throw new InvalidOperationException($"{name} is not built into the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>The rows of a table, each by its column's name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        var lines = Lines(text);
        return
        [
            .. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second)),
        ];
    }

    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Embedded(string name) =>
        Embedded(typeof(Csv).Assembly, name);

    private static List<List<string>> Lines(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || (c is not (',' or '\n' or '\r')))
                cell.Append(c);
            else if (c != '\r')
                EndCell(c == '\n');
        }

        if (cell.Length > 0 || line.Count > 0)
            EndCell(endsLine: true);
        return lines;

        void EndCell(bool endsLine)
        {
            line.Add(cell.ToString());
            cell.Clear();
            if (!endsLine)
                return;
            lines.Add(line);
            line = [];
        }
    }
}
