using System.Collections.Immutable;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Visits;

namespace Matchmaker.Grains.Introductions.Meetings;

/// <summary>The rules of the times that a side offers. Pure.</summary>
internal static class SlotRules
{
    private const int MostSlots = 40;
    private const int LeastMinutes = 15;
    private const int MostDaysAhead = 180;

    /// <summary>The slots to store: in order, and those that touch joined.</summary>
    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static ImmutableArray<TimeSlot> Check(ImmutableArray<TimeSlot> slots, DateTimeOffset now)
    {
        var broken = new ValidationErrors();
        if (slots.Length > MostSlots)
            broken.Add("slots", "tooMany", $"{MostSlots}");
        for (var i = 0; i < slots.Length && i < MostSlots; i++)
            Check($"slots[{i}]", slots[i], broken, now);
        broken.Throw();
        return
        [
            .. Spans
                .Joined(slots.Select(slot => (slot.From.ToUniversalTime(), slot.To.ToUniversalTime())))
                .Select(slot => new TimeSlot(slot.From, slot.To)),
        ];
    }

    /// <summary>Checks a part of one day that is not over.</summary>
    public static void Check(string path, TimeSlot? slot, ValidationErrors broken, DateTimeOffset now)
    {
        if (slot is null)
            broken.Add(path, "required");
        else if (slot.To <= now)
            broken.Add($"{path}.to", "notInTheFuture");
        else if (slot.From > now.AddDays(MostDaysAhead))
            broken.Add($"{path}.from", "tooFarAhead", $"{MostDaysAhead}");
        // The ends of the calendar have no day in Hong Kong.
        else if (
            (slot.To - slot.From).TotalDays > 1
            || HongKong.DayOf(slot.From) != HongKong.DayOf(slot.To.AddTicks(-1))
        )
            broken.Add($"{path}.to", "otherDay");
        else if ((slot.To - slot.From).TotalMinutes < LeastMinutes)
            broken.Add($"{path}.to", "tooShort", $"{LeastMinutes}");
    }
}
