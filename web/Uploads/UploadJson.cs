using System.Text.Json;

namespace Matchmaker.Web.Uploads;

/// <summary>What is kept of an upload as text.</summary>
internal static class UploadJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json.Strict);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Json.Strict)!;
}
