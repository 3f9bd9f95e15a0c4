using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Desk;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Programmes;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Programmes;

/// <summary>The rules as they stand and the applicants, held in memory; it follows the journal like the desk does.</summary>
[KeepAlive]
internal sealed partial class ProgrammesGrain(
    Database database,
    TimeProvider time,
    Readings readings,
    ILogger<ProgrammesGrain> log
) : Grain, IProgrammesGrain
{
    private const int MostPreviewed = 200;

    private readonly ProgrammesReader _reader = new(database);
    private readonly IndexReader _journal = new(database);
    private readonly DeskReader _records = new(database);
    private readonly Dictionary<string, ImmutableArray<ProgrammeVersion>> _editions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stored<Applicant>> _applicants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Industry, Visibility Visibility)> _enterprises = new(
        StringComparer.Ordinal
    );
    private ImmutableArray<Programme> _programmes = [];
    private Assessor _assessor = null!;
    private long _applied;
    private Task? _advancing;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => StoreExceptionFilter.Translate(Load);

    public Task<ProgrammeList> List(CancellationToken cancellation = default) =>
        Task.FromResult(new ProgrammeList(_programmes, ProgrammeCatalogue.Sources, readings));

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
        return Task.FromResult(_assessor.Assess(on, known.Value, read ?? readings));
    }

    public async Task<KeptAssessment> AssessKept(
        Caller caller,
        string enterprise,
        DateOnly? on = null,
        CancellationToken cancellation = default
    )
    {
        var record = await GrainFactory.Enterprise(enterprise).Get(caller, cancellation);
        var applicant = _applicants.GetValueOrDefault(enterprise)?.Record;
        var facts = FactsOf(applicant?.Facts ?? new(), record.Industry);
        return new(applicant, facts, _assessor.Assess(on ?? time.Today(), facts, readings));
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
        var day = on ?? time.Today();
        var next = new Assessor([
            .. _programmes.Select(one => one.Id == programme ? one with { Versions = known.Value } : one),
        ]);
        var seen = _applicants
            .Values.Where(one => Access.MaySee(caller, one.Visibility))
            .OrderBy(one => one.Record.Id, StringComparer.Ordinal)
            .ToList();
        var changed = new List<(Stored<Applicant> Applicant, ImmutableArray<AnswerChange> Changes)>();
        foreach (var one in seen)
        {
            var facts = FactsOf(one);
            if (
                AnswerRules.Changes(
                    AnswerRules.Of(_assessor.Assess(day, facts, readings)),
                    AnswerRules.Of(next.Assess(day, facts, readings))
                ) is
                { IsEmpty: false } changes
            )
                changed.Add((one, changes));
            await Task.Yield(); // because others who ask must not wait for all of them
        }

        return new(day, seen.Count, changed.Count, await Named(caller, changed.Take(MostPreviewed)));
    }

    public async Task WaitForProjection(long sequence, CancellationToken cancellation = default)
    {
        while (_applied < sequence)
        {
            var (before, running) = (_applied, _advancing);
            await CatchUp();
            if (running is null && _applied == before)
                return; // because an advance of our own proves that there is nothing
        }
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
                // Asked of its own grain, so that a confidential project's view is noted.
                named.Add(
                    new(
                        applicant.Record.Id,
                        (await GrainFactory.Enterprise(applicant.Record.Id).Get(caller)).Name,
                        changes
                    )
                );
            }
            catch (NotFoundException)
            {
                // It went, or was closed to the caller, meanwhile.
            }
        }

        return named.ToImmutable();
    }

    private async Task Load()
    {
        _applied = await _journal.LastSequence(CancellationToken.None);
        await foreach (var row in _records.Records(RecordKind.Programme))
            _editions[row.Id] = RecordJson.Read<ProgrammeRevision>(row.Body!).Versions;
        await foreach (var row in _records.Records(RecordKind.Applicant))
            _applicants[row.Id] = Stored<Applicant>.Of(row, RecordKind.Applicant)!;
        await foreach (var row in _records.Records(RecordKind.Enterprise))
            _enterprises[row.Id] = (RecordJson.Read<Enterprise>(row.Body!).Industry, row.Visibility);
        Rule();
        this.RegisterGrainTimer(
            Follow,
            new()
            {
                DueTime = TimeSpan.FromSeconds(1),
                Period = TimeSpan.FromSeconds(1),
                Interleave = true,
            }
        );
    }

    private async Task Follow(CancellationToken cancellation)
    {
        try
        {
            await Tell(cancellation);
        }
        catch (Exception failure)
        {
            LogBehind(log, _applied, failure);
        }
    }

    private Task CatchUp() => _advancing ??= AdvanceAlone();

    private async Task AdvanceAlone()
    {
        await Task.Yield(); // because the assignment to _advancing must come before its end
        try
        {
            var last = await _journal.LastSequence(CancellationToken.None);
            while (_applied < last)
            {
                var (entries, upTo) = await _reader.EntriesAfter(_applied, last);
                foreach (var entry in entries)
                    await Apply(entry);
                _applied = upTo;
            }
        }
        finally
        {
            _advancing = null;
        }
    }

    private async Task Apply(DeskEntry entry)
    {
        switch (entry.Kind)
        {
            case RecordKind.Programme:
                _editions[entry.Id] = RecordJson.Read<ProgrammeRevision>(entry.Body!).Versions;
                Rule();
                break;
            case RecordKind.Enterprise:
                // Because who watches may not be among those who may know of it any more, each comes back and asks.
                if (
                    _enterprises.TryGetValue(entry.Id, out var known)
                    && (entry.Body is null || !WritePreconditions.IsSame(known.Visibility, entry.Visibility))
                )
                    await GrainFactory.Live().End(new(null, AssessmentMessage.Subject(entry.Id)));
                if (entry.Body is { } body)
                    _enterprises[entry.Id] = (RecordJson.Read<Enterprise>(body).Industry, entry.Visibility);
                else
                    _enterprises.Remove(entry.Id);
                break;
            default:
                if (entry.Body is { } facts)
                    _applicants[entry.Id] = new(
                        RecordJson.Read<Applicant>(facts) with
                        {
                            Id = entry.Id,
                            Version = entry.Version,
                        },
                        entry.Visibility
                    );
                else
                    _applicants.Remove(entry.Id);
                break;
        }
    }

    private void Rule()
    {
        _programmes =
        [
            .. ProgrammeCatalogue.All.Select(one =>
                _editions.TryGetValue(one.Id, out var versions) ? one with { Versions = versions } : one
            ),
        ];
        _assessor = new(_programmes);
        _rules++;
    }

    private Facts FactsOf(Stored<Applicant> applicant) =>
        FactsOf(applicant.Record.Facts, IndustryOf(applicant.Record.Id));

    private string? IndustryOf(string enterprise) => _enterprises.GetValueOrDefault(enterprise).Industry;

    private static Facts FactsOf(Facts facts, string? industry) =>
        facts with
        {
            StrategicIndustry = facts.StrategicIndustry ?? StrategicIndustries.Of(industry),
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The programmes stay at {Sequence} for now")]
    private static partial void LogBehind(ILogger log, long sequence, Exception failure);
}

/// <summary>How a change is made known to the programmes.</summary>
internal static class ProgrammesCalls
{
    /// <summary>Waits, not for long, until the programmes know a change.</summary>
    public static Task Settle(this IProgrammesGrain programmes, long sequence) =>
        programmes.WaitForProjection(sequence).Settled();
}
