using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Officers;

namespace Matchmaker.Grains.Desk;

/// <summary>Who looks at which introduction now, by connection. Memory alone: who looks on says so again.</summary>
internal sealed class Presences
{
    // A web host that dies never reports that its readers left.
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private readonly Dictionary<string, (string Officer, string Introduction, DateTimeOffset At)> _looks = new(
        StringComparer.Ordinal
    );

    /// <param name="introduction">Null: none any more.</param>
    public void Look(Caller caller, string connection, string? introduction, DateTimeOffset now)
    {
        foreach (var (old, look) in _looks.Where(entry => entry.Value.At + Life < now).ToList())
            _looks.Remove(old);
        if (introduction is null)
            _looks.Remove(connection);
        else
            _looks[connection] = (caller.Email!, introduction, now);
    }

    /// <summary>What a reader may know of it: only where they see the introduction.</summary>
    public ImmutableArray<Presence> SeenBy(Caller reader, DeskBoard board) =>
        [
            .. _looks
                .Values.GroupBy(look => look.Introduction, StringComparer.Ordinal)
                .Where(looks =>
                    board.Find(looks.Key) is { } stored
                    && stored.Record.AuthorizedView(reader, stored.Visibility) is not null
                )
                .Select(looks => new Presence(
                    looks.Key,
                    [
                        .. looks
                            .Select(look => look.Officer)
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ]
                ))
                .OrderBy(presence => presence.Introduction, StringComparer.Ordinal),
        ];

    public static bool Same(ImmutableArray<Presence> looks, ImmutableArray<Presence> other) =>
        looks.SequenceEqual(
            other,
            (left, right) =>
                left.Introduction == right.Introduction
                && left.Officers.SequenceEqual(right.Officers, StringComparer.Ordinal)
        );
}

/// <summary>How much each officer has on the desk. Pure.</summary>
internal static class DeskLoads
{
    /// <param name="seen">Of those that the reader sees.</param>
    public static ImmutableArray<OfficerLoad> Of(
        IEnumerable<Officer> officers,
        IReadOnlyCollection<Introduction> seen,
        DateOnly today
    )
    {
        var open = seen.Where(introduction => !introduction.IsClosed && introduction.Officer is not null)
            .ToLookup(introduction => introduction.Officer!, StringComparer.Ordinal);
        return
        [
            .. officers.Select(officer =>
            {
                var current = officer.Absences.FirstOrDefault(absence => absence.Holds(today));
                var cards = open[officer.Id];
                return new OfficerLoad(
                    officer.Id,
                    cards.Count(),
                    cards.Count(card => card.Holder is Holder.Officer),
                    current?.To,
                    current?.StandIn
                );
            }),
        ];
    }
}
