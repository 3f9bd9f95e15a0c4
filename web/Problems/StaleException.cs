namespace Matchmaker.Web.Problems;

/// <summary>
/// The caller acted on an older version (412), and is told what is there now, by whom and since when.
/// </summary>
/// <param name="record">The record as the caller may see it.</param>
/// <param name="by">An address, or <c>system</c>; null: not the caller's to know.</param>
internal sealed class StaleException(object record, string? by, DateTimeOffset at)
    : Exception("The record has another version.")
{
    public object Record { get; } = record;

    public string? By { get; } = by;

    public DateTimeOffset At { get; } = at;
}
