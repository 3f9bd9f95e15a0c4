using System.Collections.Immutable;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Contracts.Upgrades.Steps;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;

namespace Matchmaker.Grains.Upgrades;

/// <summary>The table of steps by which the paths are drawn.</summary>
internal sealed partial class UpgradesBook
{
    private const int MostMembers = 100;

    private StepTable _steps = StepTable.Shipped;
    private StepsOfDay? _ofDay;
    private (StepTable Table, DateOnly Day)? _of;
    private DateOnly _day = today;

    /// <summary>The steps of a day, as the table stands.</summary>
    public StepsOfDay StepsOn(DateOnly day)
    {
        if (_ofDay is null || _of != (_steps, day))
            (_ofDay, _of) = (_steps.StepsOn(day), (_steps, day));
        return _ofDay;
    }

    /// <summary>
    /// What another version, published now, would change on its first day for the firms that let the office count them:
    /// the office finds nobody else in a list (upgrading.md, section 8).
    /// </summary>
    public StepPreview PreviewSteps(ImmutableArray<UpgradeStep> rows, DateOnly from, DateOnly today)
    {
        var day = from > today ? from : today;
        var (now, next) = (_steps.StepsOn(day), _steps.Next(from, rows).StepsOn(day));
        var counted = _kept
            .Values.Select(kept => kept.Record)
            .Where(upgrade => upgrade.Consent.District && _firms.ContainsKey(upgrade.Id))
            .ToList();
        var changed = counted.Where(upgrade => IsOther(upgrade, now, next, day)).ToList();
        var told = Withholding.Share(changed.Count, counted.Count);
        return new(
            day,
            told,
            told is null
                ? []
                :
                [
                    .. changed
                        .Select(upgrade => _firms[upgrade.Id])
                        .OrderBy(firm => firm.Id, StringComparer.Ordinal)
                        .Take(MostMembers)
                        .Select(firm => new DistrictMember(firm.Id, firm.Name, firm.Sample)),
                ]
        );
    }

    private bool IsOther(Upgrade upgrade, StepsOfDay now, StepsOfDay next, DateOnly day)
    {
        var rows = upgrade.Steps.Select(step => step.Step).ToList();
        if (rows.TrueForAll(id => now.Find(id) == next.Find(id) && now.IsOffered(id) == next.IsOffered(id)))
            return false;
        return !Shown(now).SequenceEqual(Shown(next));

        // A step that is done is over, whatever the table says of it.
        IEnumerable<object?> Shown(StepsOfDay table)
        {
            var path = PathBy(table, upgrade, KeptOf(upgrade), BasisOf(upgrade, day));
            return path
                .Steps.Zip(path.Plan.Grants)
                .Where(each => each.First.Chosen.Status is not StepStatus.Done)
                .Select(each =>
                    (object?)
                        (
                            table.IsOffered(each.First.Step.Id),
                            each.First.Start,
                            each.First.End,
                            each.First.Cost,
                            each.First.Step.Certification,
                            each.Second
                        )
                );
        }
    }

    /// <summary>
    /// Who looks at a path reads it again where the day's steps are others than before. What that changes for who pays
    /// is news of its own.
    /// </summary>
    private Publication TurnedSince(StepsOfDay before) =>
        StepsOn(_day).Version == before.Version
            ? Publication.Nothing
            : new(
                [
                    .. _kept
                        .Keys.Union(_firms.Keys, StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal)
                        .Select(firm => new UpgradeMessage(firm, new(_day, [], []))),
                ],
                []
            );
}
