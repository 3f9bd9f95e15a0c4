using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Contracts.Upgrades.Steps;
using Matchmaker.Grains.DatedTables;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching;
using Matchmaker.Matching.DatedTables;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Upgrades.Steps;

/// <summary>Publishes versions of the table of steps.</summary>
[StatelessWorker]
internal sealed class StepsGrain(PublishedSteps published, Vocabulary vocabulary, TimeProvider time)
    : DatedTableGrain<StepTable, StepVersion, UpgradeStep, StepPreview>(published, StepTable.Shipped, time),
        IStepsGrain
{
    private readonly TimeProvider _time = time;
    private readonly PublishedSteps _published = published;

    public async Task<StepsOfDay> On(DateOnly? day = null, CancellationToken cancellation = default) =>
        (await _published.Now(cancellation)).StepsOn(day ?? _time.Today());

    protected override async ValueTask<Validated<ImmutableArray<UpgradeStep>>> Check(
        TableDraft<UpgradeStep> draft,
        DateOnly today,
        CancellationToken cancellation
    ) => StepVersionRules.Check(draft.Rows, draft.From, today, await vocabulary.Latest());

    protected override ImmutableArray<RowDifference<UpgradeStep>> Between(
        ImmutableArray<UpgradeStep> before,
        ImmutableArray<UpgradeStep> after
    ) => StepDifference.Between(before, after);

    protected override Task<StepPreview> Preview(
        Caller caller,
        ImmutableArray<UpgradeStep> rows,
        DateOnly from,
        CancellationToken cancellation
    ) => GrainFactory.Upgrades().PreviewSteps(caller, rows, from, cancellation);
}
