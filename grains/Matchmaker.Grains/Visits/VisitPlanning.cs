using System.Collections.Immutable;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Visits;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;
using Matchmaker.Matching.Visits;

namespace Matchmaker.Grains.Visits;

/// <summary>A stop with its introduction as it is now.</summary>
/// <param name="Introduction">As the office reads it; null: it is gone.</param>
/// <param name="Place">As the records have it; null: unknown.</param>
/// <param name="Point">Likewise.</param>
internal sealed record KnownStop(VisitStop Stop, Introduction? Introduction, LocalText? Place, PointValue? Point);

/// <summary>Plans a visit by its introductions. Pure.</summary>
internal sealed class VisitPlanning
{
    private readonly Visit _visit;
    private readonly ImmutableArray<KnownStop> _stops;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _day;
    private readonly DateTimeOffset _midnight;
    private readonly ImmutableArray<DaySpan> _client;

    private VisitPlanning(Visit visit, ImmutableArray<KnownStop> stops, DateTimeOffset now)
    {
        (_visit, _stops, _now) = (visit, stops, now);
        _day = HongKong.DayOf(visit.Window.From);
        _midnight = _day.At(TimeOnly.MinValue);
        // The client's people are the same in all its introductions: what they offered in one holds for all.
        _client = DaySpan.Joined(stops.SelectMany(stop => Spans(stop.Introduction?.Seeker.Times)));
    }

    public static VisitPlan Of(Visit visit, ImmutableArray<KnownStop> stops, DateTimeOffset now) =>
        new VisitPlanning(visit, stops, now).Plan();

    /// <summary>Whether a side offered times on the visit's day.</summary>
    public static bool Offered(Visit visit, OfferedTimes? times) =>
        (times?.Slots ?? []).Any(slot => HongKong.DayOf(slot.From) == HongKong.DayOf(visit.Window.From));

    /// <summary>The meeting that was booked for a stop and is to come; null: none.</summary>
    public static Meeting? Booked(Visit visit, Introduction? introduction, DateTimeOffset now) =>
        introduction?.Meetings.FirstOrDefault(meeting =>
            meeting.IsAhead(now) && visit.Booked.Contains(new(introduction.Id, meeting.Id))
        );

    private VisitPlan Plan()
    {
        var problems = _stops.Select(ProblemOf).ToArray();
        var sound = Enumerable.Range(0, _stops.Length).Where(stop => problems[stop] is null).ToList();
        var result = RoutePlanner.Plan(Task(sound));
        if (result.Route is null)
        {
            foreach (var blocking in result.Blocking)
                problems[sound[blocking]] = VisitProblem.DoesNotFit;
            sound.RemoveAll(stop => problems[stop] is not null);
            result = RoutePlanner.Plan(Task(sound));
        }

        var legs = result.Route?.Legs ?? [];
        ImmutableArray<PlannedStop> planned =
        [
            .. legs.Select(leg => Planned(_stops[sound[leg.Stop]], leg, null)),
            .. Enumerable
                .Range(0, _stops.Length)
                .Where(stop => problems[stop] is not null)
                .Select(stop => Planned(_stops[stop], null, problems[stop])),
        ];
        var fits = planned.All(stop => stop.At is not null);
        return new(
            _visit.Version,
            planned,
            result.Route?.Walked ?? 0,
            (result.Route?.Walked ?? 0) - legs.Sum(leg => leg.Walk),
            legs.IsEmpty ? null : At(result.Route!.Ends),
            fits,
            fits && _visit.Booked.Length == planned.Length && planned.All(stop => stop.Booking is null),
            [.. _client.Select(span => new TimeSlot(At(span.From), At(span.To)))]
        );
    }

    // One of which no point is kept is told by its text alone.
    private static bool IsAsPlanned(Meeting booked, PlannedStop stop) =>
        booked.At == stop.At
        && booked.Minutes == stop.Minutes
        && booked.Place == PlaceText(stop.Place)
        && (booked.Point is null || booked.Point == stop.Point);

    // In one text for everybody: people of one meeting read different languages.
    private static string PlaceText(LocalText? place)
    {
        var text = string.Join(" / ", new[] { place?.In("en"), place?.In("zh-Hant") }.OfType<string>().Distinct());
        return text.Length <= 500 ? text : text[..500];
    }

    private static Plan? BookingOf(PlannedStop stop, Introduction? introduction)
    {
        if (stop.At is not { } at || introduction is null || (stop.Booked is { } kept && IsAsPlanned(kept, stop)))
            return null;
        var kind = introduction.Board == BoardTable.Sites.Code ? MeetingKind.SiteVisit : MeetingKind.Meeting;
        var meeting = (stop.Booked ?? new Meeting("", kind, at, stop.Minutes, "", [])) with
        {
            At = at,
            Minutes = stop.Minutes,
            Place = PlaceText(stop.Place),
            Point = stop.Point,
        };
        return new(
            introduction.State is IntroductionState.Underway ? PlannedAct.Rebook : PlannedAct.Meet,
            Meeting: meeting
        );
    }

    private RouteTask Task(List<int> stops) =>
        new(
            new(Minute(_visit.Window.From), Minute(_visit.Window.To)),
            [
                .. stops.Select(stop => new RouteStop(
                    PointOf(_stops[stop])!,
                    _stops[stop].Stop.Minutes,
                    FreeOf(_stops[stop])
                )),
            ],
            _visit.Start?.Point,
            _visit.End?.Point,
            _visit.KeepsOrder
        );

    private VisitProblem? ProblemOf(KnownStop stop)
    {
        if (stop.Introduction is not { } introduction || !IntroductionTable.Bookable.Contains(introduction.State))
            return VisitProblem.NotBookable;
        if (introduction.Meetings.Any(meeting => IsOther(introduction, meeting)))
            return VisitProblem.OtherMeeting;
        if (PointOf(stop) is null)
            return VisitProblem.NoPlace;
        if (_client.IsEmpty)
            return VisitProblem.NoSeekerTimes;
        if (!Offered(_visit, introduction.Counterpart.Times))
            return VisitProblem.NoCounterpartTimes;
        return RoutePlanner.Plan(Task([_stops.IndexOf(stop)])).Route is null ? VisitProblem.NoCommonTime : null;
    }

    private bool IsOther(Introduction introduction, Meeting meeting) =>
        meeting.IsAhead(_now)
        && HongKong.DayOf(meeting.At) == _day
        && !_visit.Booked.Contains(new(introduction.Id, meeting.Id));

    private ImmutableArray<DaySpan> FreeOf(KnownStop stop) =>
        DaySpan.Common(_client, Spans(stop.Introduction!.Counterpart.Times));

    private IEnumerable<DaySpan> Spans(OfferedTimes? times) =>
        (times?.Slots ?? [])
            .Where(slot => HongKong.DayOf(slot.From) == _day)
            .Select(slot => new DaySpan(Minute(slot.From), Minute(slot.To)));

    private PlannedStop Planned(KnownStop stop, RouteLeg? leg, VisitProblem? problem)
    {
        var planned = new PlannedStop(
            stop.Stop.Introduction,
            stop.Introduction?.Version ?? 0,
            stop.Introduction?.Counterpart.Name,
            stop.Introduction?.MatchName,
            stop.Stop.Place is { } typed ? new(Plain: typed.Text) : stop.Place,
            PointOf(stop),
            stop.Stop.Minutes,
            leg is null ? null : At(leg.Stay.From),
            leg?.Walk ?? 0,
            problem,
            stop.Introduction?.Counterpart.Times,
            stop.Introduction?.Seeker.Times,
            [
                .. new[] { stop.Introduction?.Seeker, stop.Introduction?.Counterpart }.SelectMany(side =>
                    side?.Details?.People ?? []
                ),
            ],
            Booked(_visit, stop.Introduction, _now),
            Booking: null
        );
        return planned with { Booking = BookingOf(planned, stop.Introduction) };
    }

    private static PointValue? PointOf(KnownStop stop) => stop.Stop.Place?.Point ?? stop.Point;

    private int Minute(DateTimeOffset at) => (int)(at - _midnight).TotalMinutes;

    private DateTimeOffset At(int minute) => _midnight.AddMinutes(minute).ToUniversalTime();
}
