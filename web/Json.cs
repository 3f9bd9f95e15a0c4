using System.Text.Json;
using Matchmaker.Contracts;

namespace Matchmaker.Web;

/// <summary>How answers are written: as records are (<see cref="RecordJson"/>).</summary>
internal static class Json
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = RecordJson.Options.DefaultIgnoreCondition;
        options.NumberHandling = RecordJson.Options.NumberHandling;
        options.Encoder = RecordJson.Options.Encoder;
    }
}
