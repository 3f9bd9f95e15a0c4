using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web;

/// <summary>
/// JSON over HTTP and the hub: as <see cref="RecordJson"/>, with one form for each number and instant.
/// </summary>
internal static class Json
{
    /// <summary>For request bodies: field names are case-sensitive.</summary>
    public static JsonSerializerOptions Strict { get; } = Reading();

    /// <summary>A word of an enumeration as JSON has it.</summary>
    public static string Code<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = RecordJson.Options.DefaultIgnoreCondition;
        options.NumberHandling = RecordJson.Options.NumberHandling;
        options.Encoder = RecordJson.Options.Encoder;
        options.Converters.Add(new PlainDecimal());
        options.Converters.Add(new UtcInstant());
    }

    private static JsonSerializerOptions Reading()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNameCaseInsensitive = false };
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Writes 50.0 and 50, which are the same number, as the same bytes.</summary>
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.000000000000000000000000000000000m);
    }

    /// <summary>RFC 3339 in UTC, with a Z.</summary>
    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            );
    }
}
