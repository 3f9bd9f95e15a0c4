using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Search;

/// <summary>Short ways to look at a search's answer.</summary>
internal static class Answers
{
    public static JsonNode On(this JsonObject answer, string board) =>
        answer["boards"]!.AsArray().Single(result => (string)result!["board"]! == board)!;

    /// <summary>The name of a record in each script that it has.</summary>
    public static IEnumerable<string> Names(this JsonObject record) =>
        record["name"] switch
        {
            JsonObject names => names.Select(name => (string?)name.Value).OfType<string>(),
            JsonValue name => [(string)name!],
            _ => [],
        };
}
