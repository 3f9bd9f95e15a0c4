using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Grains.Upgrades;

/// <summary>What a firm keeps of its upgrading; it belongs to the firm, whose id it bears.</summary>
internal sealed class UpgradeGrain(Database database)
    : PartyOwnedGrain<Upgrade>(RecordKind.Upgrade, database, RecordKind.Firm),
        IUpgradeGrain
{
    protected override async ValueTask<Stored<Upgrade>> Decide(
        Caller caller,
        Upgrade body,
        Stored<Upgrade>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        // The id is not chosen, because it is the firm's.
        var visibility = await ResolveOwnership(
            caller,
            PartyId.Firm(Key).ToString(),
            before is null,
            chosen: false,
            broken
        );
        broken.AddRange(UpgradeRules.Check(body.Answers, body.Steps));
        broken.Throw();
        return new(body, visibility!);
    }

    protected override RecordWrite Write(Caller caller, Stored<Upgrade>? before, Stored<Upgrade>? next) =>
        WritePreconditions.Write(caller, RecordKind.Upgrade, Key, before, next, Key, null);
}
