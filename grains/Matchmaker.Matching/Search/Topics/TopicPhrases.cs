using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Matching.Search.Topics;

/// <summary>
/// The words for each programme and upgrade step: their names, the certifications that steps bring, and the policy
/// paper's own words of topics.csv.
/// </summary>
/// <param name="offered">The steps that are offered.</param>
internal sealed class TopicPhrases(ImmutableArray<UpgradeStep> offered)
{
    /// <summary>Every programme but the places, whose spaces are on the board of sites, and every step.</summary>
    public ImmutableArray<Topic> Topics { get; } =
    [
        .. ProgrammeCatalogue
            .All.Where(programme => programme.Kind is not ProgrammeKind.Place)
            .Select(programme => new Topic(TopicKind.Programme, programme.Id, programme.Name, programme.ShortName, [])),
        .. offered.Select(step => new Topic(TopicKind.Step, step.Id, step.Name, null, [])),
    ];

    /// <summary>Each phrase with what it speaks of; a phrase may occur several times.</summary>
    public IEnumerable<(string Phrase, Topic Topic)> All() =>
        [
            .. Topics.SelectMany(topic => topic.Name.All, (topic, name) => (name, topic)),
            .. Topics.Where(topic => topic.ShortName is not null).Select(topic => (topic.ShortName!, topic)),
            .. offered
                .Where(step => step.Certification is not null)
                .Select(step => (step.Certification!, Of(TopicKind.Step, step.Id))),
            .. Csv.Embedded("Search.Topics.topics.csv").SelectMany(OfRow),
        ];

    private IEnumerable<(string Phrase, Topic Topic)> OfRow(IReadOnlyDictionary<string, string> row)
    {
        var steps = offered
            .Where(step => step.Dimension == row["dimension"])
            .Select(step => step.Id)
            .Concat(Cells.List(row["steps"]).Where(id => offered.Any(step => step.Id == id)));
        IEnumerable<Topic> topics =
        [
            .. Cells.List(row["programmes"]).Select(id => Of(TopicKind.Programme, id)),
            .. steps.Distinct().Select(id => Of(TopicKind.Step, id)),
        ];
        return Cells.List(row["words"]).SelectMany(_ => topics, (word, topic) => (word, topic));
    }

    private Topic Of(TopicKind kind, string id) => Topics.Single(topic => topic.Kind == kind && topic.Id == id);
}
