using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Shortlists;

internal sealed partial class ShortlistGrain
{
    public async Task<MadeLink> Share(Caller caller, int days, CancellationToken cancellation = default)
    {
        var visibility = await Shareable(caller, cancellation);
        if (days is < 1 or > KeptLinks.MaxDays)
            throw new InvalidException(new FieldError("days", "outOfRange", "1", $"{KeptLinks.MaxDays}", ""));
        var now = time.GetUtcNow();
        if ((await LinkRows(cancellation)).Count(row => KeptLinks.Of(row)!.ExpiresAt > now) >= KeptLinks.MaxLinks)
            throw new ConflictException(new("", "tooMany", $"{KeptLinks.MaxLinks}"));
        var id = RecordIds.New();
        var token = SheetTokens.New(id);
        var link = new KeptLink
        {
            Id = id,
            Shortlist = Key,
            TokenHash = TokenHash.Of(token),
            MadeAt = now,
            ExpiresAt = now.AddDays(days),
            MadeBy = caller.Email!,
            ByOffice = caller.IsOffice,
        };
        await GrainFactory.Commit([KeptLinks.Put(link, caller.Email!, visibility)]);
        // The token is in the fragment, which no log records.
        return new(id, $"{mail.Site}/shared#token={token}", link.ExpiresAt);
    }

    public async Task<ImmutableArray<SharedLink>> Links(Caller caller, CancellationToken cancellation = default)
    {
        await base.Get(caller, cancellation);
        var now = time.GetUtcNow();
        return
        [
            .. (await LinkRows(cancellation))
                .Select(row => KeptLinks.Of(row)!)
                .Where(link => link.ExpiresAt > now)
                .OrderBy(link => link.MadeAt)
                .Select(KeptLinks.Shown),
        ];
    }

    public async Task EndLink(Caller caller, string link, CancellationToken cancellation = default)
    {
        await Shareable(caller, cancellation);
        var row = (await LinkRows(cancellation)).FirstOrDefault(row => row.Id == link) ?? throw new NotFoundException();
        await GrainFactory.Commit([Deletion(caller, row)]);
    }

    public async Task<SharedSheet> ReadByLink(string link, string token, CancellationToken cancellation = default)
    {
        // Read each time: the link may be ended, and the project confidential, since a moment ago.
        var shortlist = await Rows.Find(RecordKind.Shortlist, Key, cancellation);
        if (
            shortlist is not { IsDeleted: false }
            || await Kept(cancellation) is not { } kept
            || KeptLinks.Of(await Rows.Find(RecordKind.SheetLink, link, cancellation)) is not { } known
            || known.Shortlist != Key
            || !KeptLinks.Opens(known, token, shortlist.Visibility, time.GetUtcNow())
        )
            throw new NotFoundException();
        await GrainFactory.Commit([
            KeptLinks.Put(
                known with
                {
                    Readings = known.Readings + 1,
                    LastReadAt = time.GetUtcNow(),
                },
                KeptLinks.Reader,
                shortlist.Visibility
            ),
        ]);
        return await Shared(Stored<Shortlist>.Of(shortlist, RecordKind.Shortlist)!.Record, kept, known, cancellation);
    }

    private async Task<SharedSheet> Shared(
        Shortlist shortlist,
        Sheet kept,
        KeptLink link,
        CancellationToken cancellation
    )
    {
        var open = SharedSheets.Of(shortlist, kept, link.ExpiresAt);
        var gone = ImmutableArray.CreateBuilder<string>();
        foreach (var item in open.Items)
        {
            var demand = Asked(shortlist, kept, item);
            var records = await _records.Now(SheetRecords.Of(demand.Board, item.Item), cancellation);
            var profile = SheetMaker.ProfileOf(demand, item.Item, records, RulesInForce.None, time.Today());
            if (profile is null || !demand.Viewer(office: false).MaySee(profile))
                gone.Add(item.Item);
        }

        return open with
        {
            Gone = gone.ToImmutable(),
        };
    }

    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    /// <exception cref="ForbiddenException">The caller may see it and not share it.</exception>
    private async Task<Visibility> Shareable(Caller caller, CancellationToken cancellation)
    {
        await base.Get(caller, cancellation);
        var visibility = (await Rows.Find(RecordKind.Shortlist, Key, cancellation))!.Visibility;
        return Access.MayChange(caller, visibility) ? visibility : throw new ForbiddenException();
    }

    private async Task<IReadOnlyList<RecordRow>> LinkRows(CancellationToken cancellation) =>
        [.. (await Rows.ListByParent(RecordKind.SheetLink, Key, cancellation)).Where(row => !row.IsDeleted)];

    private static RecordWrite.Delete Deletion(Caller caller, RecordRow row) =>
        new RecordWrite.Delete(row.Kind, row.Id, row.Version, caller.Email ?? "", row.Visibility);
}
