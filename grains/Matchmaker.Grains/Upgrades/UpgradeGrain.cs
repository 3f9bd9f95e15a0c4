using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Upgrades.Steps;
using Matchmaker.Matching;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Grains.Upgrades;

/// <summary>What a firm keeps of its upgrading.</summary>
internal sealed class UpgradeGrain(Database database, PublishedSteps steps, TimeProvider time)
    : OwnRecordGrain<Upgrade>(RecordKind.Upgrade, database, RecordKind.Firm),
        IUpgradeGrain
{
    protected override PartyId? Party => PartyId.Firm(Key);

    // A step that is no longer offered stays where the firm keeps it, and is not taken anew.
    protected override async ValueTask<IEnumerable<FieldError>> Errors(Upgrade body, Upgrade? before) =>
        UpgradeRules.Check(
            (await steps.Now()).StepsOn(time.Today()),
            body.Answers,
            body.Steps,
            [.. (before?.Steps ?? []).Select(step => step.Step), .. before?.Answers.Wanted ?? []]
        );

    // The office may keep a firm's plan, but consents to nothing in its name.
    protected override ValueTask<Stored<Upgrade>> Decide(
        Caller caller,
        Upgrade body,
        Stored<Upgrade>? before,
        bool chosen
    ) =>
        caller.Party != Party && body.Consent.IsWiderThan(before?.Record.Consent ?? new())
            ? throw new ForbiddenException()
            : base.Decide(caller, body, before, chosen);
}
