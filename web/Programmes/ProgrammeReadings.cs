using Matchmaker.Contracts;
using System.Text.Json;
using Matchmaker.Matching;

namespace Matchmaker.Web.Programmes;

/// <summary>How the operator reads the open points of the programmes' rules.</summary>
internal sealed class ProgrammeReadings
{
    private const string Setting = "Matchmaker:Readings";

    /// <exception cref="SettingException">A setting is no reading of its point.</exception>
    public ProgrammeReadings(IConfiguration settings) => Usual = new(Of<ThresholdReading>(settings, "OP-01"), Of<HalfReading>(settings, "OP-06"));

    public Readings Usual { get; }

    private static T Of<T>(IConfiguration settings, string point)
        where T : struct, Enum
    {
        var name = $"{Setting}:{point}";
        if (settings[name] is not { Length: > 0 } word)
            return default;
        var words = Enum.GetValues<T>().ToDictionary(reading => JsonSerializer.SerializeToElement(reading, Json.Strict).GetString()!);
        return words.TryGetValue(word, out var reading) ? reading : throw new SettingException(name, $"must be one of {string.Join(", ", words.Keys)}");
    }
}
