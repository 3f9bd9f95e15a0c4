using System.Text.Json;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Programmes;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Programmes;

/// <summary>How the operator reads the open points of the programmes' rules.</summary>
internal static class ReadingSettings
{
    private const string Setting = "Matchmaker:Readings";

    /// <exception cref="SettingException">A setting is no reading of its point.</exception>
    public static Readings Of(IConfiguration settings) =>
        new(Of<ThresholdReading>(settings, "OP-01"), Of<HalfReading>(settings, "OP-06"));

    private static T Of<T>(IConfiguration settings, string point)
        where T : struct, Enum
    {
        var name = $"{Setting}:{point}";
        if (settings[name] is not { Length: > 0 } word)
            return default;
        var words = Enum.GetValues<T>()
            .ToDictionary(reading => JsonSerializer.SerializeToElement(reading, RecordJson.Options).GetString()!);
        return words.TryGetValue(word, out var reading)
            ? reading
            : throw new SettingException(name, $"must be one of {string.Join(", ", words.Keys)}");
    }
}
