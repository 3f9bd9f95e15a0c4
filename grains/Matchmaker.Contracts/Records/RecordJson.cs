using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaker.Contracts.Records;

/// <summary>
/// The JSON of records, in the store, the journal and over HTTP alike: camelCase, without null values.
/// </summary>
public static class RecordJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            // JSON is never embedded in HTML, so Chinese text stays readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>The stored body: without id and version, which have columns of their own.</summary>
    public static string Write<T>(T record)
        where T : Record
    {
        var body = JsonSerializer.SerializeToNode(record, Options)!.AsObject();
        body.Remove("id");
        body.Remove("version");
        return body.ToJsonString(Options);
    }

    /// <summary>Whether two records state the same, whatever their ids and versions.</summary>
    public static bool Same<T>(T first, T second)
        where T : Record => Write(first) == Write(second);

    /// <summary>The inverse of <see cref="Write"/>; the caller sets id and version.</summary>
    public static T Read<T>(string body)
        where T : Record => JsonSerializer.Deserialize<T>(body, Options)!;

    /// <summary>As <see cref="Read{T}(string)"/>, for a kind that has a type.</summary>
    public static Record Read(Kind kind, string body) => (Record)JsonSerializer.Deserialize(body, kind.Type!, Options)!;
}
