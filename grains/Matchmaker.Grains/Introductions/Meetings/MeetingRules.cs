using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Introductions.Meetings;

/// <summary>The rules of a meeting. Pure.</summary>
internal static class MeetingRules
{
    private const int MostPeople = 50;

    // People meet where a site may lie.
    private static readonly BoardAttribute Location = BoardTable.Sites.Find(StationDistance.Location)!;

    /// <summary>Whether people can meet there.</summary>
    public static bool IsPlace(PointValue? point) =>
        point is not null && ValueRules.CheckOne(Location, point).Errors.IsEmpty;

    /// <summary>The meeting to store; without people, both sides' contacts are invited.</summary>
    /// <exception cref="InvalidException">With everything that is wrong.</exception>
    public static Meeting Check(Introduction introduction, Meeting meeting, DateTimeOffset now)
    {
        var broken = new ValidationErrors();
        if (string.IsNullOrWhiteSpace(meeting.Place))
            broken.Add("place", "required");
        broken.CheckProse("place", meeting.Place, 500);
        if (meeting.Point is not null && !IsPlace(meeting.Point))
            broken.Add("point", "notAPoint");
        broken.CheckProse("note", meeting.Note, 2_000);
        if (meeting.Minutes is < 15 or > 720)
            broken.Add("minutes", "outOfRange", "15", "720", "min");
        if (meeting.At <= now)
            broken.Add("at", "notInTheFuture");
        ImmutableArray<string> people =
        [
            .. (meeting.People.IsDefaultOrEmpty ? Contacts(introduction) : meeting.People)
                .Select(Email.Normal)
                .Distinct(StringComparer.Ordinal),
        ];
        if (people.Length > MostPeople)
            broken.Add("people", "tooMany", $"{MostPeople}");
        for (var i = 0; i < people.Length; i++)
        {
            if (!Email.IsValid(people[i]))
                broken.Add($"people[{i}]", "notAnEmail");
        }

        broken.Throw();
        return meeting with
        {
            Id = meeting.Id.Length == 0 ? RecordIds.New() : meeting.Id,
            At = meeting.At.ToUniversalTime(),
            People = people,
        };
    }

    private static IEnumerable<string> Contacts(Introduction introduction) =>
        new[] { introduction.Seeker, introduction.Counterpart }
            .SelectMany(side => side.Details?.People ?? [])
            .Select(person => person.Email)
            .OfType<string>();
}
