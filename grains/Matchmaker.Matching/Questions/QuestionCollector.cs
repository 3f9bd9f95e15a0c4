using System.Collections.Immutable;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Questions;

/// <summary>Counts, over the possible matches of one demand, what the answer to each question would decide.</summary>
/// <param name="recordOf">The record of a profile's id that is asked.</param>
internal sealed class QuestionCollector(CompiledDemand demand, DateOnly day, Func<string, string> recordOf)
{
    private readonly Dictionary<(string Record, string Attribute), (int Decides, int Touches)> _counts = [];

    /// <param name="rows">Those that the demand accepts.</param>
    /// <param name="scores">Theirs, in their order.</param>
    public void Add(Segment segment, ReadOnlySpan<int> rows, ReadOnlySpan<RowScore> scores)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (scores[i].UnknownMusts > 0)
                Add(segment.Profiles[rows[i]]);
        }
    }

    /// <summary>Adds the demand's runs of spaces; null: it takes single spaces alone.</summary>
    public void Add(RunCollector? runs) =>
        runs?.Each(members =>
        {
            if (runs.ScoreOf(members).UnknownMusts > 0)
                Add(runs.ToProfile(members));
        });

    // One that the demand accepts and of which a must is unknown.
    private void Add(Profile profile)
    {
        var missing = MissingFacts.Of(demand, profile, day);
        var record = recordOf(profile.Id);
        foreach (var attribute in missing.Attributes)
        {
            var (decides, touches) = _counts.GetValueOrDefault((record, attribute));
            _counts[(record, attribute)] = (missing.Only is null ? decides : decides + 1, touches + 1);
        }
    }

    /// <summary>Those that decide the most first, then those that touch the most, by record, in the board's order.
    /// </summary>
    public ImmutableArray<OpenQuestion> InOrder() =>
        [
            .. _counts
                .Select(count => new OpenQuestion(
                    count.Key.Record,
                    count.Key.Attribute,
                    count.Value.Decides,
                    count.Value.Touches
                ))
                .OrderByDescending(question => question.Decides)
                .ThenByDescending(question => question.Touches)
                .ThenBy(question => question.Record, StringComparer.Ordinal)
                .ThenBy(question => demand.Board.IndexOf(question.Attribute)),
        ];
}
