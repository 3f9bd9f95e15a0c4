using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Calendar;

/// <summary>What a silo knows of its calendar, for web hosts, which have none. Key: 0.</summary>
[Alias("calendar")]
public interface ICalendarGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// What an operator has to do, because the table of holidays ends soon or has ended; null: nothing.
    /// </summary>
    [Alias("warning"), Repeatable]
    Task<string?> Warning();
}
