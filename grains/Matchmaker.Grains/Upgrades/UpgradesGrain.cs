using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Contracts.Upgrades.Steps;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Upgrades;

/// <summary>The projection of upgrades: no writer waits for it, so each question reads on first.</summary>
[KeepAlive]
internal sealed partial class UpgradesGrain(
    Database database,
    TimeProvider time,
    Readings readings,
    ILogger<UpgradesGrain> log
) : ProjectionGrain<UpgradesBook>(database, time, log), IUpgradesGrain
{
    protected override string Name => "upgrades";

    protected override bool HasFeeds => false;

    public Task<PlannedPartners> Planned(
        Caller caller,
        string board,
        string demand,
        int top,
        CancellationToken cancellation = default
    ) =>
        Ask(caller, plans => GrainFactory.Index(board).Planned(caller, demand, plans, top, cancellation), cancellation);

    public Task<PlannedPartners> PlannedFor(
        Caller caller,
        string board,
        AdHocPlanned question,
        CancellationToken cancellation = default
    ) =>
        Ask(caller, plans => GrainFactory.Index(board).PlannedFor(caller, question, plans, cancellation), cancellation);

    public async Task<DistrictReport> District(Caller caller, CancellationToken cancellation = default) =>
        (await DistrictFor(caller)).Report;

    public async Task<Page<DistrictMember>> DistrictFirms(
        Caller caller,
        string figure,
        string? after,
        int limit,
        CancellationToken cancellation = default
    )
    {
        var district = await DistrictFor(caller);
        if (!DistrictFigures.Kinds.Contains(figure.Split(':')[0]))
            throw new InvalidException(new FieldError("figure", "notACode", string.Join(", ", DistrictFigures.Kinds)));
        var members = district
            .Behind(figure)
            .Where(firm => StringComparer.Ordinal.Compare(firm.Id, after) > 0)
            .Take(limit + 1)
            .Select(firm => new DistrictMember(firm.Id, firm.Name, firm.Sample))
            .ToImmutableArray();
        return members.Length > limit ? new(members[..limit], members[limit - 1].Id) : new(members, null);
    }

    public async Task<StepPreview> PreviewSteps(
        Caller caller,
        ImmutableArray<UpgradeStep> rows,
        DateOnly from,
        CancellationToken cancellation = default
    )
    {
        if (caller.Role is not Role.Admin)
            throw new ForbiddenException();
        await CatchUp();
        return View.PreviewSteps(rows, from, Time.Today());
    }

    public override Task Publish(Publication publication) => GrainFactory.Live().Publish(publication.Messages);

    protected override UpgradesBook Create(long epoch, DateOnly today) => new(readings, today);

    // Nobody else learns that there are such figures.
    private async Task<DistrictFigures> DistrictFor(Caller caller)
    {
        if (!caller.IsOffice)
            throw new NotFoundException();
        await CatchUp();
        return View.District(Time.Today());
    }

    // Firms have consented to be seen by enterprises, and not by each other.
    private async Task<PlannedPartners> Ask(
        Caller caller,
        Func<ImmutableArray<CertificatePlan>, Task<PlannedMatches>> ask,
        CancellationToken cancellation
    )
    {
        if (caller.Role is not Role.Enterprise && !caller.IsOffice)
            throw new ForbiddenException();
        await CatchUp();
        var found = await ask(View.Plans(Time.Today()));
        var items = await Task.WhenAll(
            found.Matches.Select(async match =>
                await Lookups.OrNull(() => GrainFactory.Firm(match.Id).Get(caller, cancellation)) is { } firm
                    ? new PlannedPartner(match.Id, firm.Name, match.Score, match.Certificates, firm.Sample)
                    : null
            )
        );
        return new(found.Count, [.. items.OfType<PlannedPartner>()]);
    }
}
