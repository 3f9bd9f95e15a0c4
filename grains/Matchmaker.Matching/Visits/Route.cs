using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Visits;

/// <summary>A part of one day, in minutes from its midnight; it ends after it begins.</summary>
public readonly record struct DaySpan(int From, int To)
{
    public int Minutes => To - From;

    /// <summary>Spans in order, with those joined that touch or overlap; empty ones are left out.</summary>
    public static ImmutableArray<DaySpan> Joined(IEnumerable<DaySpan> spans) =>
        [
            .. Spans
                .Joined(spans.Where(span => span.Minutes > 0).Select(span => (span.From, span.To)))
                .Select(span => new DaySpan(span.From, span.To)),
        ];

    /// <summary>What is in both, in order.</summary>
    public static ImmutableArray<DaySpan> Common(IEnumerable<DaySpan> first, IEnumerable<DaySpan> second)
    {
        var others = Joined(second);
        return Joined(
            Joined(first)
                .SelectMany(span =>
                    others.Select(other => new DaySpan(Math.Max(span.From, other.From), Math.Min(span.To, other.To)))
                )
        );
    }
}

/// <summary>A place to be visited.</summary>
/// <param name="Stay">Minutes.</param>
/// <param name="Free">When it can be visited; a stay is within one span of them, once they are joined.</param>
public sealed record RouteStop(PointValue Place, int Stay, ImmutableArray<DaySpan> Free);

/// <summary>Stops of one day, to be put in order.</summary>
/// <param name="Window">Nothing begins before it or ends after it.</param>
/// <param name="Start">Where the way begins, at the start of the window; null: at the first stop.</param>
/// <param name="End">Where the way ends; null: at the last stop.</param>
/// <param name="KeepsOrder">Whether the stops are visited in the order given.</param>
public sealed record RouteTask(
    DaySpan Window,
    ImmutableArray<RouteStop> Stops,
    PointValue? Start = null,
    PointValue? End = null,
    bool KeepsOrder = false
);

/// <summary>One stop of a route, with the way to it.</summary>
/// <param name="Stop">Its place among the task's stops, from 0.</param>
/// <param name="Walk">Minutes on foot to it; 0 for the first stop of a way without a start.</param>
/// <param name="Stay">When.</param>
public sealed record RouteLeg(int Stop, int Walk, DaySpan Stay);

/// <summary>An order that fits.</summary>
/// <param name="Ends">When the last stay ends, or the end of the way is reached.</param>
/// <param name="Walked">Minutes on foot, with the way to the end.</param>
public sealed record Route(ImmutableArray<RouteLeg> Legs, int Ends, int Walked);

/// <summary>What the planner found: the best route, or what stands in its way.</summary>
/// <param name="Route">Null: no order fits.</param>
/// <param name="Blocking">
/// The smallest set of stops without which an order fits, the first of equal size; empty where a route was found.
/// </param>
public sealed record RouteResult(Route? Route, ImmutableArray<int> Blocking);
