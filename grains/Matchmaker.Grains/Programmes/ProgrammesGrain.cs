using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Programmes;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Programmes;

/// <summary>The programmes' projection, and the queries that read it.</summary>
[KeepAlive]
internal sealed partial class ProgrammesGrain(
    Database database,
    TimeProvider time,
    Readings readings,
    ILogger<ProgrammesGrain> log
) : ProjectionGrain<ProgrammesBook>(database, time, log), IProgrammesGrain
{
    private const int MaxPreviewed = 200;
    private static readonly TimeSpan NotifyPeriod = TimeSpan.FromSeconds(1);

    protected override string Name => AssessmentMessage.Projection;

    // An assessment carries no number.
    protected override bool HasFeeds => false;

    public Task<ProgrammeList> List(CancellationToken cancellation = default) =>
        Task.FromResult(new ProgrammeList(View.Programmes, ProgrammeCatalogue.Sources, readings));

    public Task<Assessment> Assess(
        DateOnly on,
        Facts facts,
        Readings? read = null,
        CancellationToken cancellation = default
    )
    {
        var known = FactRules.Check(facts);
        if (!known.IsOk)
            throw new InvalidException([.. known.Errors.Select(error => error with { Path = $"facts.{error.Path}" })]);
        return Task.FromResult(View.Assessor.Assess(on, known.Value, read ?? readings));
    }

    public async Task<KeptAssessment> AssessKept(
        Caller caller,
        string applicant,
        DateOnly? on = null,
        CancellationToken cancellation = default
    )
    {
        var party = await GrainFactory.PartyOfApplicant(caller, ApplicantId.Parse(applicant), cancellation);
        var kept = View.Find(applicant);
        var facts = ProgrammesBook.FactsOf(kept?.Facts ?? new(), party.Industry);
        return new(kept, facts, View.Assessor.Assess(on ?? Time.Today(), facts, readings));
    }

    public async Task<RulePreview> Preview(
        Caller caller,
        string programme,
        ImmutableArray<ProgrammeVersion> versions,
        DateOnly? on = null,
        CancellationToken cancellation = default
    )
    {
        if (caller.Role is not Role.Admin)
            throw new ForbiddenException();
        var known = VersionRules.Check(ProgrammeCatalogue.Find(programme) ?? throw new NotFoundException(), versions);
        if (!known.IsOk)
            throw new InvalidException(known.Errors);
        var day = on ?? Time.Today();
        var next = new Assessor([
            .. View.Programmes.Select(current =>
                current.Id == programme ? current with { Versions = known.Value } : current
            ),
        ]);
        var seen = View.Applicants.Where(applicant => Access.MaySee(caller, applicant.Visibility)).ToList();
        var changed = new List<(Stored<Applicant> Applicant, ImmutableArray<AnswerChange> Changes)>();
        foreach (var applicant in seen)
        {
            var facts = View.FactsOf(applicant);
            var changes = AnswerRules.Changes(
                AnswerRules.Of(View.Assessor.Assess(day, facts, readings)),
                AnswerRules.Of(next.Assess(day, facts, readings))
            );
            if (!changes.IsEmpty)
                changed.Add((applicant, changes));
            await Task.Yield(); // other calls need not wait for all of them
        }

        return new(day, seen.Count, changed.Count, await Named(caller, changed.Take(MaxPreviewed)));
    }

    public override async Task Publish(Publication publication)
    {
        foreach (var subject in publication.Ended)
            await GrainFactory.Live().EndAccess(new(null, subject));
    }

    public override Task Resync() => GrainFactory.Live().PublishLost(AssessmentMessage.Projection);

    protected override ProgrammesBook Create(long epoch, DateOnly today) => new();

    protected override Task Loaded()
    {
        _rounds = new(Log, "applicants", Asked, Look);
        Every(NotifyPeriod, _rounds.TryRun);
        return Task.CompletedTask;
    }

    private async Task<ImmutableArray<PreviewedApplicant>> Named(
        Caller caller,
        IEnumerable<(Stored<Applicant> Applicant, ImmutableArray<AnswerChange> Changes)> changed
    )
    {
        var named = ImmutableArray.CreateBuilder<PreviewedApplicant>();
        foreach (var (applicant, changes) in changed)
        {
            try
            {
                var party = ApplicantId.Parse(applicant.Record.Id);
                var name = (await GrainFactory.PartyOfApplicant(caller, party)).Name;
                named.Add(
                    new(PartyId.IdOf(party, RecordKind.Enterprise), name, changes, PartyId.IdOf(party, RecordKind.Firm))
                );
            }
            catch (NotFoundException)
            {
                // The party was deleted, or closed to the caller, meanwhile.
            }
        }

        return named.ToImmutable();
    }
}
