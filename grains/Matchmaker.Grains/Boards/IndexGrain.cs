using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Gates;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Telemetry;
using Matchmaker.Matching;
using Matchmaker.Matching.Allocation;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Briefs;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Questions;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Upgrades;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Boards;

/// <summary>One board's projection, and the queries that read it.</summary>
[KeepAlive]
internal sealed class IndexGrain(Database database, TimeProvider time, ILogger<IndexGrain> log)
    : ProjectionGrain<BoardIndex>(database, time, log),
        IIndexGrain
{
    protected override string Name => Board.Code;

    private Board Board => BoardTable.Find(this.GetPrimaryKeyString()) ?? throw new NotFoundException();

    public Task<AdHocAnswer> Match(Caller caller, AdHocDemand demand, CancellationToken cancellation = default) =>
        Task.FromResult(View.Match(caller, demand));

    public Task<SearchAnswer> Search(
        Caller caller,
        string text,
        int top,
        bool partly = false,
        ListOrder? order = null,
        CancellationToken cancellation = default
    ) => Task.FromResult(View.Search(caller, text, top, partly, order));

    public Task<BriefReading> ReadSentence(string text, CancellationToken cancellation = default) =>
        Task.FromResult(BriefReader.Read(View.Lexicon, text, View.Day));

    public async Task<DemandMatches> Matches(
        Caller caller,
        string demand,
        int top,
        ListOrder? order = null,
        CancellationToken cancellation = default
    ) => View.Matches(caller, await Authorize(caller, demand), top, order);

    public async Task<Match?> MatchOf(
        Caller caller,
        string demand,
        string id,
        CancellationToken cancellation = default
    ) => View.MatchOf(caller, await Authorize(caller, demand), id);

    public async Task<ImmutableArray<PartyScore>> PartiesOf(
        Caller caller,
        string demand,
        int top,
        CancellationToken cancellation = default
    ) => View.PartiesOf(caller, await Authorize(caller, demand), top);

    public Task<ImmutableArray<DemandHead>> Heads(
        string? after,
        int demands,
        int top,
        CancellationToken cancellation = default
    ) =>
        Task.FromResult<ImmutableArray<DemandHead>>([
            .. View.DemandsAfter(after).Take(demands).Select(standing => View.Head(standing, top)),
        ]);

    public Task<DemandHead?> HeadOf(string demand, int top, CancellationToken cancellation = default) =>
        Task.FromResult(View.Standing(demand) is { } standing ? View.Head(standing, top) : null);

    public async Task<NearMissReport> NearMisses(
        Caller caller,
        string demand,
        int top,
        ListOrder? order = null,
        CancellationToken cancellation = default
    ) => View.NearMisses(caller, await Authorize(caller, demand), top, order);

    public async Task<PlannedMatches> Planned(
        Caller caller,
        string demand,
        ImmutableArray<CertificatePlan> plans,
        int top,
        CancellationToken cancellation = default
    ) => View.Planned(caller, await Authorize(caller, demand), plans, top);

    public Task<PlannedMatches> PlannedFor(
        Caller caller,
        AdHocPlanned question,
        ImmutableArray<CertificatePlan> plans,
        CancellationToken cancellation = default
    ) => Task.FromResult(View.PlannedFor(caller, question, plans));

    public Task<FacetReport> Facets(Caller caller, AdHocFacets question, CancellationToken cancellation = default) =>
        Task.FromResult(View.Facets(caller, question));

    public async Task<FacetReport> FacetsOf(
        Caller caller,
        string demand,
        ImmutableArray<string>? attributes,
        int bins,
        CancellationToken cancellation = default
    ) => View.FacetsOf(caller, await Authorize(caller, demand), attributes, bins);

    public async Task<ImmutableArray<OpenQuestion>> Questions(
        Caller caller,
        string demand,
        int top,
        string? record = null,
        CancellationToken cancellation = default
    ) => View.Questions(caller, await Authorize(caller, demand), top, record);

    public Task<GatePreview> PreviewGates(
        Caller caller,
        ImmutableArray<GateRow> rows,
        DateOnly from,
        CancellationToken cancellation = default
    ) =>
        caller.Role is Role.Admin
            ? Task.FromResult(View.PreviewGates(caller, rows, from))
            : throw new ForbiddenException();

    public async Task<ConsortiumReport> Consortium(
        Caller caller,
        string demand,
        CancellationToken cancellation = default
    ) => View.Consortium(caller, await Authorize(caller, demand));

    public async Task<AllocationReport> Allocate(
        Caller caller,
        ImmutableArray<string> demands,
        CancellationToken cancellation = default
    )
    {
        var accepted = new List<Acceptance>(demands.Length);
        foreach (var demand in demands)
        {
            accepted.Add(View.Accepts(caller, await Authorize(caller, demand)));
            await Task.Yield(); // others ask meanwhile
            cancellation.ThrowIfCancellationRequested();
        }

        return Allocator.Allocate(accepted);
    }

    public async Task<WatchAnswer> Watch(
        Caller caller,
        string demand,
        long? after,
        CancellationToken cancellation = default
    ) => View.Watch(caller, await Authorize(caller, demand), after);

    public override async Task Publish(Publication publication)
    {
        if (!publication.Messages.IsEmpty)
        {
            await GrainFactory.Live().Publish(publication.Messages);
            Metrics.Published(publication.Messages.Length);
            await GrainFactory.Leads().Matched(Board.Code, [.. publication.Messages.Cast<FeedMessage>()]);
        }

        foreach (var demand in publication.Ended)
            await GrainFactory.Live().EndAccess(new(null, demand));
    }

    public override async Task Resync()
    {
        await GrainFactory.Live().PublishLost(Board.Code);
        await GrainFactory.Leads().Lost(Board.Code);
    }

    protected override BoardIndex Create(long epoch, DateOnly today) => new(Board, epoch, today);

    /// <summary>A demand that the caller may see. A look at a confidential project's demand is in the journal before
    /// the answer; nothing waits after that.</summary>
    private async Task<StandingDemand> Authorize(Caller caller, string demand)
    {
        View.Demand(caller, demand);
        if (View.ProjectOf(demand) is { } project)
            await GrainFactory.Views().Record(caller, [project], "matches");
        return View.Demand(caller, demand);
    }
}
