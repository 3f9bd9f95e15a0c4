namespace Matchmaker.Contracts;

/// <summary>
/// A setting is missing or wrong, or what it names cannot be had: the start stops with this one line.
/// </summary>
/// <param name="setting">Its name, such as <c>Matchmaker:Database</c>.</param>
public sealed class SettingException(string setting, string reason, Exception? cause = null)
    : Exception($"{setting}: {reason}", cause)
{
    public string Setting { get; } = setting;
}
