using Matchmaker.Contracts.Introductions;
using Matchmaker.Matching;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Desk;

/// <summary>A text that is looked for in introductions, in any script and width. Pure.</summary>
/// <param name="text">Words, of which all must be found; null or empty: every introduction fits.</param>
internal sealed class IntroductionText(string? text)
{
    private readonly string[] _words = Folding.Of(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a reader finds all the words.</summary>
    /// <param name="view">As the reader may see it, so that nobody finds what is not shown to them.</param>
    public bool Fits(Introduction view)
    {
        if (_words.Length == 0)
            return true;
        var folded = Folding.Of(string.Join('\n', Texts(view)));
        return Array.TrueForAll(_words, word => folded.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(Introduction view) =>
        new[] { view.DemandName, view.MatchName }
            .Concat(Side(view.Seeker))
            .Concat(Side(view.Counterpart))
            .SelectMany(All)
            .Append(view.Id)
            .Append(view.Officer)
            .Append(view.Reason)
            .Concat(view.Meetings.SelectMany(meeting => meeting.People.Append(meeting.Place).Append(meeting.Note)))
            .Concat((view.Notes ?? []).SelectMany(note => new[] { note.Text, note.By }))
            .Concat((view.Aftercare ?? []).Select(care => care.Note))
            .OfType<string>();

    private static IEnumerable<LocalText?> Side(Participant side) =>
        [side.Name, side.Alias, side.Details?.Address, .. (side.Details?.People ?? []).Select(Person)];

    private static LocalText Person(Person person) => new($"{person.Name} {person.Email} {person.Phone}");

    private static IEnumerable<string?> All(LocalText? text) => [text?.En, text?.ZhHant, text?.ZhHans, text?.Plain];
}
