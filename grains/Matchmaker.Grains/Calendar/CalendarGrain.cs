using Matchmaker.Contracts.Calendar;
using Matchmaker.Contracts.Clock;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Calendar;

[StatelessWorker]
internal sealed class CalendarGrain(HolidayTable holidays, TimeProvider time) : Grain, ICalendarGrain
{
    public Task<string?> Warning() => Task.FromResult(holidays.Warning(time.Today()));
}
