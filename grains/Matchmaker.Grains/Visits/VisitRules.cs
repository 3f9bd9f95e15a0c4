using System.Collections.Immutable;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Visits;
using Matchmaker.Grains.Introductions.Meetings;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Visits;

namespace Matchmaker.Grains.Visits;

/// <summary>What a visit must keep to, as far as it says by itself. Pure.</summary>
internal static class VisitRules
{
    private const int LeastMinutes = 15;
    private const int MostMinutes = 240;

    /// <param name="before">Null: it is new.</param>
    public static void Check(Visit visit, Visit? before, ValidationErrors broken, DateTimeOffset now)
    {
        if (before is not null && visit.Owner != before.Owner)
            broken.Add("owner", "final");
        SlotRules.Check("window", visit.Window, broken, now);
        if (visit.Stops.IsDefaultOrEmpty)
            broken.Add("stops", "required");
        else if (visit.Stops.Length > RoutePlanner.MaxStops)
            broken.Add("stops", "tooMany", $"{RoutePlanner.MaxStops}");
        for (var i = 0; i < (visit.Stops.IsDefault ? 0 : visit.Stops.Length); i++)
            CheckStop($"stops[{i}]", visit.Stops[i], visit.Stops[..i], broken);
        CheckPlace("start", visit.Start, broken);
        CheckPlace("end", visit.End, broken);
    }

    private static void CheckStop(
        string path,
        VisitStop? stop,
        ImmutableArray<VisitStop> earlier,
        ValidationErrors broken
    )
    {
        if (stop is null)
        {
            broken.Add(path, "required");
            return;
        }

        if (!RecordIds.IsValid(stop.Introduction))
            broken.Add($"{path}.introduction", "noSuchIntroduction");
        else if (earlier.Any(other => other?.Introduction == stop.Introduction))
            broken.Add($"{path}.introduction", "repeated", stop.Introduction);
        if (stop.Minutes is < LeastMinutes or > MostMinutes)
            broken.Add($"{path}.minutes", "outOfRange", $"{LeastMinutes}", $"{MostMinutes}", "min");
        CheckPlace($"{path}.place", stop.Place, broken);
    }

    private static void CheckPlace(string path, VisitPlace? place, ValidationErrors broken)
    {
        if (place is null)
            return;
        if (string.IsNullOrWhiteSpace(place.Text))
            broken.Add($"{path}.text", "required");
        broken.CheckProse($"{path}.text", place.Text, 500);
        if (!MeetingRules.IsPlace(place.Point))
            broken.Add($"{path}.point", "notAPoint");
    }
}
