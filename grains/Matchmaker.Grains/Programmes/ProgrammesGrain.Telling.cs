using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Programmes;

/// <summary>Tells applicants who asked what a rule or a day changed, live and by mail, once: what they were told is one commit with the letters.</summary>
internal sealed partial class ProgrammesGrain
{
    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);
    private readonly Dictionary<string, (long Rules, DateOnly Day, long Version, string? Industry)> _looked = new(
        StringComparer.Ordinal
    );
    private long _rules;
    private Task? _telling;

    public Task Tell(CancellationToken cancellation = default) => _telling ??= TellAlone();

    private async Task TellAlone()
    {
        await Task.Yield();
        try
        {
            await CatchUp();
            foreach (
                var applicant in _applicants
                    .Values.Where(one => one.Record.Tell)
                    .OrderBy(one => one.Record.Id, StringComparer.Ordinal)
                    .ToList()
            )
                await Try(applicant);
            foreach (
                var gone in _looked
                    .Keys.Where(id => _applicants.GetValueOrDefault(id) is not { Record.Tell: true })
                    .ToList()
            )
                _looked.Remove(gone);
        }
        finally
        {
            _telling = null;
        }
    }

    // Because what fails for one must not keep the others; the next second tries it again.
    private async Task Try(Stored<Applicant> applicant)
    {
        var id = applicant.Record.Id;
        var look = (_rules, time.Today(), applicant.Record.Version, IndustryOf(id));
        if (_looked.TryGetValue(id, out var last) && last == look)
            return;
        try
        {
            await Compare(applicant, look.Item2, look.Item4);
            _looked[id] = look;
        }
        catch (Exception failure)
        {
            LogUntold(log, id, failure);
        }
    }

    private async Task Compare(Stored<Applicant> applicant, DateOnly today, string? industry)
    {
        var id = applicant.Record.Id;
        var row = await _rows.Find(RecordKind.Told, id);
        var told = row is { Body: { } body } ? RecordJson.Read<ToldState>(body) : null;
        var next = new ToldState
        {
            Id = id,
            Facts = applicant.Record.Version,
            Industry = industry,
            Answers = AnswerRules.Of(_assessor.Assess(today, FactsOf(applicant), readings)),
        };
        var changes = AnswerRules.Changes(told?.Answers ?? [], next.Answers);
        if (told is not null && changes.IsEmpty && (told.Facts, told.Industry) == (next.Facts, next.Industry))
            return;
        // What they said themselves is no news to them.
        var isNews = told is not null && !changes.IsEmpty && (told.Facts, told.Industry) == (next.Facts, next.Industry);
        if (await Keep(applicant, row, next, isNews ? changes : []) && told is not null && !changes.IsEmpty)
            await GrainFactory.Live().Assessed(new(id, changes));
    }

    /// <returns>False: the enterprise, or its facts, went meanwhile.</returns>
    private async Task<bool> Keep(
        Stored<Applicant> applicant,
        RecordRow? last,
        ToldState next,
        ImmutableArray<AnswerChange> news
    )
    {
        // The party first, because one that is marked confidential from here on must not find its letters open.
        var party = await _sources.Party(PartyId.Enterprise(next.Id).ToString());
        if (
            party is null
            || await _rows.Find(RecordKind.Applicant, next.Id) is not { IsDeleted: false } row
            || row.Version != applicant.Record.Version
        )
            return false;
        var now = time.GetUtcNow();
        var letters = news.IsEmpty
            ? []
            : (await _sources.People(party.Party))
                .Select(address => Letters.For(address, "programmes", now, Letters.Text(AnswerRules.Text(news))))
                .ToList();
        await GrainFactory.Commit([
            new RecordWrite.Put(
                RecordKind.Told,
                next.Id,
                last is { IsDeleted: false } ? last.Version : 0,
                Caller.System.Email!,
                RecordJson.Write(next),
                row.Visibility with
                {
                    Kind = RecordKind.Told,
                    Visible = false,
                }
            ),
            .. letters.Select(letter => Letters.Write(letter, row.Visibility, null)),
            new RecordWrite.Guard(row.Kind, row.Id, row.Version),
            party.Guard,
        ]);
        if (letters.Count > 0)
            await GrainFactory.Outbox().Wake();
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The applicant {Applicant} could not be told of what changed")]
    private static partial void LogUntold(ILogger log, string applicant, Exception failure);
}
