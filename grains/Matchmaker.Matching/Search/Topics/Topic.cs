using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Search.Topics;

/// <summary>A programme, or a step by which a manufacturer upgrades, that a text speaks of.</summary>
/// <param name="Id">The programme's or the step's.</param>
/// <param name="ShortName">A programme's abbreviation, such as NIFS; null: a step.</param>
/// <param name="From">Where the words that speak of it stand in the text, in order.</param>
public sealed record Topic(TopicKind Kind, string Id, LocalText Name, string? ShortName, ImmutableArray<TextRange> From)
{
    /// <summary>Whether a part of the text is among the words that speak of the topic.</summary>
    public bool SpeaksOf(TextRange part) => From.Any(range => range.Start <= part.Start && part.End <= range.End);
}

/// <summary>What a topic is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TopicKind>))]
public enum TopicKind
{
    [JsonStringEnumMemberName("programme")]
    Programme,

    [JsonStringEnumMemberName("step")]
    Step,
}
