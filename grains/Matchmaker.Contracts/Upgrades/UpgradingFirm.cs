using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Upgrades;

/// <summary>Who may know how a firm means to change.</summary>
public static class UpgradingFirm
{
    /// <summary>
    /// A firm for one of its own people or for the office. That others see its profile tells them nothing of its
    /// plans, nor whether it has any.
    /// </summary>
    /// <exception cref="NotFoundException">There is none, or the caller is somebody else.</exception>
    public static async Task<Firm> FirmThatUpgrades(
        this IGrainFactory grains,
        Caller caller,
        string id,
        CancellationToken cancellation = default
    ) =>
        Access.MaySee(caller, new(RecordKind.Upgrade, PartyId.Firm(id), false))
            ? await grains.Firm(id).Get(caller, cancellation)
            : throw new NotFoundException();
}
