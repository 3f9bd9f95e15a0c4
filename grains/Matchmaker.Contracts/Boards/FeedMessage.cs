using System.Collections.Immutable;
using Matchmaker.Contracts.Live;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Contracts.Boards;

/// <summary>All events that one change caused in one of a demand's feeds.</summary>
[GenerateSerializer, Immutable]
public sealed record FeedMessage(string Demand, Audience Audience, long Sequence, ImmutableArray<MatchEvent> Events)
    : LiveMessage
{
    public override string Topic => TopicOf(Audience, Demand);

    public static string TopicOf(Audience audience, string demand) => $"{audience}:{demand}";
}
