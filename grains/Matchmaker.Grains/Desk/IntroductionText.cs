using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Matching;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Desk;

/// <summary>A text that is looked for in introductions, as in every list. Pure.</summary>
/// <param name="text">Words, of which all must be found; null or empty: every introduction fits.</param>
internal sealed class IntroductionText(string? text)
{
    private readonly ImmutableArray<ListWord> _words = ListText.Words(text ?? "");

    /// <summary>Whether a reader finds all the words.</summary>
    /// <param name="view">As the reader may see it, so that nobody finds what is not shown to them.</param>
    public bool Fits(Introduction view) => _words.IsEmpty || ListText.Has(ListText.Of(Texts(view)), _words);

    private static IEnumerable<string?> Texts(Introduction view) =>
        new[] { view.DemandName, view.MatchName }
            .Concat(Side(view.Seeker))
            .Concat(Side(view.Counterpart))
            .SelectMany(text => text?.All ?? [])
            .Append(view.Id)
            .Append(view.Officer)
            .Append(view.Reason)
            .Concat(view.Meetings.SelectMany(meeting => meeting.People.Append(meeting.Place).Append(meeting.Note)))
            .Concat((view.Notes ?? []).SelectMany(note => new[] { note.Text, note.By }))
            .Concat((view.Aftercare ?? []).Select(care => care.Note));

    private static IEnumerable<LocalText?> Side(Participant side) =>
        [side.Name, side.Alias, side.Details?.Address, .. (side.Details?.People ?? []).Select(Person)];

    private static LocalText Person(Person person) => new($"{person.Name} {person.Email} {person.Phone}");
}
