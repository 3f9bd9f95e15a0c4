using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Upgrades;

/// <summary>Tells firms that asked what a rule or a day changed for their path, live and by mail, once: the answer, the
/// news and the letters are one commit.</summary>
internal sealed partial class UpgradesGrain
{
    private static readonly TimeSpan NotifyPeriod = TimeSpan.FromSeconds(1);

    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);
    private NotifyingRounds _rounds = null!;

    public Task NotifyFirms(CancellationToken cancellation = default) => _rounds.Run();

    public async Task<PathNewsList> News(Caller caller, string firm, CancellationToken cancellation = default)
    {
        await GrainFactory.FirmThatUpgrades(caller, firm, cancellation);
        return new((await Told(firm)).State?.News ?? []);
    }

    protected override Task Loaded()
    {
        _rounds = new(Log, "firms with a path", Notified, Look);
        Every(NotifyPeriod, _rounds.TryRun);
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<string>> Notified()
    {
        await CatchUp();
        return View.Notified;
    }

    private NotifyingLook? Look(string firm)
    {
        if (View.Find(firm) is not { Tell: true } upgrade)
            return new(false, () => Forget(firm));
        var today = Time.Today();
        var path = View.PathOf(upgrade, today);
        return new(path.Basis, () => Compare(upgrade, path, today));
    }

    // Who asks again later is told of what changes from then on.
    private async Task Forget(string firm)
    {
        if ((await Told(firm)).Row is { IsDeleted: false } row)
            await GrainFactory.Commit([
                new RecordWrite.Delete(row.Kind, row.Id, row.Version, Caller.System.Email!, row.Visibility),
            ]);
    }

    private async Task Compare(Upgrade upgrade, FundedPath path, DateOnly today)
    {
        var (row, told) = await Told(upgrade.Id);
        var next = NotifiedPath.After(told, upgrade.Steps, path, today);
        if (told is not null && RecordJson.Same(told, next))
            return;
        var news = next.News.IsEmpty || next.News[0] == told?.News.FirstOrDefault() ? null : next.News[0];
        if (await Record(upgrade, row, next, news) && news is not null)
            await GrainFactory.Live().Publish([new UpgradeMessage(upgrade.Id, news)]);
    }

    /// <returns>False: the firm or what it keeps was deleted or changed meanwhile.</returns>
    private async Task<bool> Record(Upgrade upgrade, RecordRow? last, NotifiedPath next, PathNews? news)
    {
        // The party is read first: its guard fails the commit if it is deleted from here on.
        var firm = PartyId.Firm(upgrade.Id);
        if (
            await _sources.Party(firm) is not { } party
            || await _rows.Find(RecordKind.Upgrade, upgrade.Id) is not { IsDeleted: false } row
            || row.Version != upgrade.Version
        )
            return false;
        var letters = news is null
            ? []
            : await _sources.ProgrammeLetters(
                firm,
                "upgrade",
                Time.GetUtcNow(),
                Letters.Text(NotifiedPath.Text(news, View.StepsOn(news.On))),
                Letters.Text(WrittenDay.Of(news.On))
            );
        await GrainFactory.CommitNotified(RecordKind.NotifiedPath, last, next, row, party.Guard, letters);
        return true;
    }

    private async Task<(RecordRow? Row, NotifiedPath? State)> Told(string firm)
    {
        var row = await _rows.Find(RecordKind.NotifiedPath, firm);
        return (row, row is { Body: { } body } ? RecordJson.Read<NotifiedPath>(body) : null);
    }
}
