using Matchmaker.Contracts;
using Matchmaker.Matching.Search.Topics;

namespace Matchmaker.Web.Search;

/// <summary>Finds topics by the programmes, and by the steps that are offered today.</summary>
internal sealed class StepTopics
{
    private volatile Indexed? _last;

    public async Task<TopicSearch> Now(IGrainFactory grains, CancellationToken cancellation)
    {
        var steps = await grains.Steps().On(cancellation: cancellation);
        if (_last is { } known && known.Version == steps.Version)
            return known.Search;
        var search = new TopicSearch(steps.Offered);
        _last = new(steps.Version, search);
        return search;
    }

    private sealed record Indexed(int Version, TopicSearch Search);
}
