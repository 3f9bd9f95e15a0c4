using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Desk;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Figures;

/// <summary>Reads on in the journal at each question, and holds what it has read: a history an introduction.</summary>
internal sealed class FiguresGrain(Database database, WorkingDays calendar) : Grain, IFiguresGrain
{
    private const int EntriesAtOnce = 5_000;
    private const int MostYears = 10;

    private readonly DeskReader _reader = new(database);
    private readonly Dictionary<string, IntroductionHistory> _histories = new(StringComparer.Ordinal);
    private long _applied;

    public async Task<FiguresReport> Of(
        Caller caller,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation = default
    )
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        if (to < from || to > from.AddYears(MostYears))
            throw new InvalidException(new FieldError("to", "outOfOrder"));
        await ReadOn();
        return FiguresRules.Of(
            [.. _histories.Values.Where(one => Access.IsOfficeFor(caller, one.Visibility))],
            calendar,
            from,
            to
        );
    }

    private async Task ReadOn()
    {
        while (await _reader.IntroductionsAfter(_applied, EntriesAtOnce) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                if (entry.Body is { } body)
                    _histories[entry.Id] = IntroductionHistory.After(
                        _histories.GetValueOrDefault(entry.Id),
                        RecordJson.Read<Introduction>(body),
                        entry.Instant,
                        entry.Visibility
                    );
                else
                    _histories.Remove(entry.Id);
            }

            _applied = entries[^1].Sequence;
        }
    }
}
