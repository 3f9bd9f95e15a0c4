using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Programmes;

/// <summary>Tells applicants who asked what a rule or a day changed, live and by mail, once: their answers and the
/// letters are one commit.</summary>
internal sealed partial class ProgrammesGrain
{
    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);
    private readonly Dictionary<string, (long Rules, DateOnly Day, long Version, string? Industry)> _compared = new(
        StringComparer.Ordinal
    );
    private Task? _notifying;

    public Task NotifyApplicants(CancellationToken cancellation = default) => _notifying ??= NotifyAlone();

    private async Task TryNotify(CancellationToken cancellation)
    {
        try
        {
            await NotifyApplicants(cancellation);
        }
        catch (Exception failure)
        {
            LogNobodyNotified(Log, failure);
        }
    }

    private async Task NotifyAlone()
    {
        await Task.Yield(); // the assignment to _notifying comes before its end
        try
        {
            await CatchUp();
            foreach (var applicant in View.Applicants.Where(applicant => applicant.Record.Tell).ToList())
                await TryNotify(applicant);
            foreach (var id in _compared.Keys.Where(id => View.Find(id) is not { Tell: true }).ToList())
                _compared.Remove(id);
        }
        finally
        {
            _notifying = null;
        }
    }

    // A failure for one applicant keeps no other; the next second tries it again.
    private async Task TryNotify(Stored<Applicant> applicant)
    {
        var id = applicant.Record.Id;
        var (today, industry) = (Time.Today(), View.IndustryOf(id));
        var state = (View.RulesVersion, today, applicant.Record.Version, industry);
        if (_compared.TryGetValue(id, out var last) && last == state)
            return;
        try
        {
            await Compare(applicant, today, industry);
            _compared[id] = state;
        }
        catch (Exception failure)
        {
            LogNotNotified(Log, id, failure);
        }
    }

    private async Task Compare(Stored<Applicant> applicant, DateOnly today, string? industry)
    {
        var id = applicant.Record.Id;
        var row = await _rows.Find(RecordKind.NotifiedResults, id);
        var told = row is { Body: { } body } ? RecordJson.Read<NotifiedState>(body) : null;
        var next = new NotifiedState
        {
            Id = id,
            Facts = applicant.Record.Version,
            Industry = industry,
            Answers = AnswerRules.Of(View.Assessor.Assess(today, View.FactsOf(applicant), readings)),
        };
        var changes = AnswerRules.Changes(told?.Answers ?? [], next.Answers);
        if (told is not null && changes.IsEmpty && (told.Facts, told.Industry) == (next.Facts, next.Industry))
            return;
        // A change of their own facts is no news to them.
        var isNews = told is not null && !changes.IsEmpty && (told.Facts, told.Industry) == (next.Facts, next.Industry);
        if (await Record(applicant, row, next, isNews ? changes : []) && told is not null && !changes.IsEmpty)
            await GrainFactory.Live().Publish([new AssessmentMessage(id, changes)]);
    }

    /// <returns>False: the party or its facts were deleted or changed meanwhile.</returns>
    private async Task<bool> Record(
        Stored<Applicant> applicant,
        RecordRow? last,
        NotifiedState next,
        ImmutableArray<AnswerChange> news
    )
    {
        // The party is read first: its guard fails the commit if it is marked confidential from here on.
        if (
            ApplicantId.Parse(next.Id) is not { } own
            || await _sources.Party(own) is not { } party
            || await _rows.Find(RecordKind.Applicant, next.Id) is not { IsDeleted: false } row
            || row.Version != applicant.Record.Version
        )
            return false;
        var now = Time.GetUtcNow();
        var letters = news.IsEmpty
            ? []
            : (await _sources.Accounts(own))
                .Where(account => !account.NoProgrammes)
                .Select(account => Letters.For(account.Id, "programmes", now, Letters.Text(AnswerRules.Text(news))))
                .ToList();
        await GrainFactory.CommitNotified(RecordKind.NotifiedResults, last, next, row, party.Guard, letters);
        return true;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Applicant {Applicant} was not told of changed answers; it is tried again in 1 s"
    )]
    private static partial void LogNotNotified(ILogger log, string applicant, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The applicants were not looked at; it is tried again in 1 s")]
    private static partial void LogNobodyNotified(ILogger log, Exception failure);
}
