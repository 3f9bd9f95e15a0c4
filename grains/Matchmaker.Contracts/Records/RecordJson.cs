using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaker.Contracts.Records;

/// <summary>How records are written as JSON: in the store, the journal, and over HTTP alike (camelCase; what has no value is left out).</summary>
public static class RecordJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            // Because JSON is never put into a page as it is, Chinese may stand in it readably.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>A body as it is stored: id and version stand beside it.</summary>
    public static string Write<T>(T record)
        where T : Record
    {
        var body = JsonSerializer.SerializeToNode(record, Options)!.AsObject();
        body.Remove("id");
        body.Remove("version");
        return body.ToJsonString(Options);
    }

    /// <summary>The opposite of <see cref="Write"/>; id and version are the caller's to set.</summary>
    public static T Read<T>(string body)
        where T : Record => JsonSerializer.Deserialize<T>(body, Options)!;
}
