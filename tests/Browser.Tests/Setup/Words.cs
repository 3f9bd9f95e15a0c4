using System.Text.Json;

namespace Matchmaker.Browser.Tests.Setup;

/// <summary>The page's own words in one language, so that every story runs in all three.</summary>
public sealed class Words
{
    private readonly JsonElement _words;

    private Words(string prefix, string file)
    {
        Prefix = prefix;
        using var stream = File.OpenRead(Path.Combine(Built.Home, "web", "ui", "src", "i18n", file));
        _words = JsonDocument.Parse(stream).RootElement.Clone();
    }

    /// <summary>The language's part of an address: tc, sc or en.</summary>
    public string Prefix { get; }

    /// <summary>The text at a path such as <c>account.signIn</c>.</summary>
    public string this[string path]
    {
        get
        {
            var at = _words;
            foreach (var step in path.Split('.'))
                at = at.GetProperty(step);
            return at.GetString()!;
        }
    }

    /// <summary>The text up to its first blank to be filled in.</summary>
    public string Start(string path) => this[path].Split("{{")[0].Trim();

    public static Words Of(string prefix) =>
        prefix switch
        {
            "tc" => new(prefix, "zh-Hant.json"),
            "sc" => new(prefix, "zh-Hans.json"),
            _ => new("en", "en.json"),
        };
}
