using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Programmes;

/// <summary>Tells applicants who asked what a rule or a day changed, live and by mail, once: their answers and the
/// letters are one commit.</summary>
internal sealed partial class ProgrammesGrain
{
    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);
    private NotifyingRounds _rounds = null!;

    public Task NotifyApplicants(CancellationToken cancellation = default) => _rounds.Run();

    private async Task<IReadOnlyList<string>> Asked()
    {
        await CatchUp();
        return [.. View.Applicants.Where(applicant => applicant.Record.Tell).Select(applicant => applicant.Record.Id)];
    }

    private NotifyingLook? Look(string id)
    {
        if (View.Applicant(id) is not { Record.Tell: true } applicant)
            return null;
        var (today, industry) = (Time.Today(), View.IndustryOf(id));
        return new(
            (View.RulesVersion, today, applicant.Record.Version, industry),
            () => Compare(applicant, today, industry)
        );
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
        var letters = news.IsEmpty
            ? []
            : await _sources.ProgrammeLetters(
                own,
                "programmes",
                Time.GetUtcNow(),
                Letters.Text(AnswerRules.Text(news))
            );
        await GrainFactory.CommitNotified(RecordKind.NotifiedResults, last, next, row, party.Guard, letters);
        return true;
    }
}
