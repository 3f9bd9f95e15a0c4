using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Visits;

/// <summary>
/// One client's visit to several counterparts on one day, as the office plans it: the other sides of the client's
/// introductions, in an order that fits the times that both sides offered (introductions.md, "Visits").
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Visit : Record
{
    /// <summary>The client, such as <c>enterprises/e1</c>: the seeker of every introduction; final.</summary>
    public string? Owner { get; init; }

    /// <summary>The part of a day in which everything takes place.</summary>
    public required TimeSlot Window { get; init; }

    /// <summary>One to eight.</summary>
    public required ImmutableArray<VisitStop> Stops { get; init; }

    /// <summary>Where the way begins, at the start of the window; null: at the first stop.</summary>
    public VisitPlace? Start { get; init; }

    /// <summary>Where the way ends; null: at the last stop.</summary>
    public VisitPlace? End { get; init; }

    /// <summary>Whether the stops keep their order; else the best one is found.</summary>
    public bool KeepsOrder { get; init; }

    /// <summary>Read-only: the meetings that were booked from it; empty: none.</summary>
    public ImmutableArray<VisitMeeting> Booked { get; init; } = [];

    /// <summary>Read-only: the officer who planned it first.</summary>
    public string? By { get; init; }
}

/// <summary>The other side of one introduction.</summary>
/// <param name="Introduction">Its id.</param>
/// <param name="Minutes">How long the meeting lasts: 15 to 240.</param>
/// <param name="Place">Where it is; null: where the records say.</param>
[GenerateSerializer, Immutable]
public sealed record VisitStop(string Introduction, int Minutes = 45, VisitPlace? Place = null);

/// <summary>A place that an officer typed.</summary>
/// <param name="Text">As it is told to people: 1 to 500 characters.</param>
/// <param name="Point">In Hong Kong.</param>
[GenerateSerializer, Immutable]
public sealed record VisitPlace(string Text, PointValue Point);

/// <summary>A meeting that was booked from a visit.</summary>
/// <param name="Introduction">Its introduction's id.</param>
/// <param name="Meeting">Its id in that introduction.</param>
[GenerateSerializer, Immutable]
public sealed record VisitMeeting(string Introduction, string Meeting);
