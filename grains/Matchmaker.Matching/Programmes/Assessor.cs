using System.Collections.Immutable;
using Matchmaker.Matching.Programmes.Shapes;
using Matchmaker.Matching.Results;

namespace Matchmaker.Matching.Programmes;

/// <summary>
/// Assesses an applicant (funding.md): each programme's rule on a day, the later answers, and the best package.
/// </summary>
public sealed class Assessor
{
    private readonly ImmutableArray<Programme> _programmes;
    private readonly Programme? _nias;

    /// <param name="programmes">
    /// The programmes, with the ids of funding.md. A rule that requires an approved NIAS project needs <c>nias</c>
    /// among them.
    /// </param>
    public Assessor(ImmutableArray<Programme> programmes) =>
        (_programmes, _nias) = (programmes, programmes.FirstOrDefault(programme => programme.Id == "nias"));

    /// <param name="facts">As <see cref="FactRules.Check"/> accepted them.</param>
    public Assessment Assess(DateOnly on, Facts facts, Readings readings)
    {
        var programmes = ImmutableArray.CreateBuilder<ProgrammeAssessment>();
        var items = ImmutableArray.CreateBuilder<PackageItem>();
        var unknowns = new List<string>();
        foreach (var programme in _programmes)
        {
            var (answer, rule) = AssessOn(programme, on, facts, readings);
            programmes.Add(
                answer with
                {
                    ChangesOn = Judges(programme, facts) ? LaterAnswers(programme, on, facts, readings, answer) : null,
                    Readings = OtherReadings(programme, on, facts, readings, answer),
                }
            );
            if (PackageItemOf(programme, on, facts, readings, answer) is { } item)
                items.Add(item);
            if (answer.Verdict is ProgrammeVerdict.Eligible or ProgrammeVerdict.Conditional)
                unknowns.AddRange(
                    answer
                        .Conditions.Where(condition => condition.Outcome is Outcome.Unknown)
                        .Select(condition => FactAsked(condition.Id))
                        .Concat(rule.Asks)
                        .Distinct()
                );
        }

        return new(
            on,
            programmes.ToImmutable(),
            new(items.Sum(item => item.Amount), items.ToImmutable()),
            [
                .. unknowns
                    .Where(fact => !FactRules.IsKnown(facts, fact))
                    .GroupBy(ask => ask)
                    .OrderByDescending(group => group.Count())
                    .ThenBy(group => unknowns.IndexOf(group.Key))
                    .Select(group => group.Key),
            ]
        );
    }

    private (ProgrammeAssessment Answer, RuleAnswer Rule) AssessOn(
        Programme programme,
        DateOnly on,
        Facts facts,
        Readings readings
    )
    {
        if (!Judges(programme, facts))
            return (new(programme.Id, null, ProgrammeVerdict.InformationOnly, null, null, []), RuleAnswer.Nothing);
        var conditions = new Conditions();
        if (programme.On(on) is not { } version)
        {
            var next = programme.Versions.FirstOrDefault(later => later.From > on) ?? programme.Versions[^1];
            conditions.Open(on, next.From, next.To, next.DaysSource ?? next.Source);
            return (
                new(programme.Id, null, ProgrammeVerdict.Ineligible, null, null, conditions.All),
                RuleAnswer.Nothing
            );
        }

        conditions.Open(
            on,
            programme.Versions[0].From,
            version.To is not null && programme.On(version.To.Value.AddDays(1)) is null ? version.To : null,
            version.DaysSource ?? version.Source
        );
        var rule = Rule.Of(programme.Shape, version, facts, readings, SchemeOf(programme), conditions);
        var verdict = Verdict(conditions.All, on, facts, readings);
        var projects = rule.Projects?.Select(part => new ProjectResult(
            part.Project.Id,
            part.Amount,
            part.Amount is null ? ProgrammeVerdict.Ineligible : verdict
        ));
        return (
            new(
                programme.Id,
                version.From,
                verdict,
                verdict is ProgrammeVerdict.Ineligible ? null : rule.Amount,
                version.Cap,
                conditions.All,
                projects?.ToImmutableArray()
            ),
            rule
        );
    }

    // Most applicants run no accelerator: to them its programme is information, as one without a rule is.
    private static bool Judges(Programme programme, Facts facts) =>
        !programme.Versions.IsEmpty && (programme.Shape is not RuleShape.Accelerator || facts.StatesAccelerator);

    private ProgrammeVerdict Verdict(
        ImmutableArray<ConditionResult> conditions,
        DateOnly on,
        Facts facts,
        Readings readings
    )
    {
        if (
            conditions.Any(condition =>
                condition.Outcome is Outcome.Unmet && !CanComeAbout(condition, on, facts, readings)
            )
        )
            return ProgrammeVerdict.Ineligible;
        return conditions.All(condition => condition.Outcome is Outcome.Met)
            ? ProgrammeVerdict.Eligible
            : ProgrammeVerdict.Conditional;
    }

    // A company can still be set up, and a project still be approved unless NIAS itself is out of reach.
    private bool CanComeAbout(ConditionResult condition, DateOnly on, Facts facts, Readings readings) =>
        condition.Id switch
        {
            "incorporatedInHongKong" => true,
            "approvedNiasProject" => _nias is not null
                && AssessOn(_nias, on, facts, readings).Answer.Verdict is not ProgrammeVerdict.Ineligible,
            _ => false,
        };

    // An answer that depends on NIAS changes together with it.
    private ImmutableArray<LaterAnswer>? LaterAnswers(
        Programme programme,
        DateOnly on,
        Facts facts,
        Readings readings,
        ProgrammeAssessment now
    )
    {
        var later = ImmutableArray.CreateBuilder<LaterAnswer>();
        var last = (now.Verdict, now.Amount);
        foreach (
            var day in VersionChangeDays(programme)
                .Concat(_nias is null ? [] : VersionChangeDays(_nias))
                .Where(day => day > on)
                .Distinct()
                .Order()
        )
        {
            var then = AssessOn(programme, day, facts, readings).Answer;
            if ((then.Verdict, then.Amount) == last)
                continue;
            last = (then.Verdict, then.Amount);
            later.Add(new(day, then.Verdict, then.Amount));
        }

        return later.Count == 0 ? null : later.ToImmutable();
    }

    private static IEnumerable<DateOnly> VersionChangeDays(Programme programme) =>
        programme.Versions.SelectMany(version =>
            version.To is { } to ? new[] { version.From, to.AddDays(1) } : [version.From]
        );

    private ImmutableArray<OtherReading>? OtherReadings(
        Programme programme,
        DateOnly on,
        Facts facts,
        Readings readings,
        ProgrammeAssessment answer
    )
    {
        var others = ImmutableArray.CreateBuilder<OtherReading>();
        foreach (
            var reading in Enum.GetValues<ThresholdReading>().Where(_ => programme.Shape is RuleShape.MatchingGrant)
        )
            Add("OP-01", "ABC"[(int)reading], readings with { Threshold = reading });
        foreach (var reading in Enum.GetValues<HalfReading>().Where(_ => programme.Shape is RuleShape.PersonMonths))
            Add("OP-06", "AB"[(int)reading], readings with { Half = reading });
        return others.Count == 0 ? null : others.ToImmutable();

        void Add(string point, char name, Readings other)
        {
            var then = AssessOn(programme, on, facts, other).Answer;
            if ((then.Verdict, then.Amount) != (answer.Verdict, answer.Amount))
                others.Add(new(point, $"{name}", then.Verdict, then.Amount));
        }
    }

    private static PackageItem? PackageItemOf(
        Programme programme,
        DateOnly on,
        Facts facts,
        Readings readings,
        ProgrammeAssessment answer
    )
    {
        if (programme.Shape is RuleShape.MatchingGrant)
            return ProjectsItem(programme, on, facts, readings, answer);
        // An accelerator is paid for by an institution of another kind than whom the package is for.
        if (programme.Shape is RuleShape.Accelerator)
            return null;
        return answer.Amount > 0 ? new(programme.Id, answer.Amount.Value) : null;
    }

    // One project too many does not exclude applications for the others.
    private static PackageItem? ProjectsItem(
        Programme programme,
        DateOnly on,
        Facts facts,
        Readings readings,
        ProgrammeAssessment answer
    )
    {
        var isOut =
            answer.Verdict is ProgrammeVerdict.Ineligible
            && answer.Conditions.Any(condition =>
                condition is { Outcome: Outcome.Unmet, Id: not ("liveNifsProjects" or "incorporatedInHongKong") }
            );
        if (isOut || facts.Projects is not { } all || programme.On(on) is not { } version)
            return null;
        var (amount, projects) = MatchingGrant.Best(
            version,
            all.Where(project => project.Kind == version.Project),
            facts,
            readings
        );
        return amount > 0 ? new(programme.Id, amount, projects) : null;
    }

    private static TalentScheme? SchemeOf(Programme programme) =>
        programme.Shape is RuleShape.PersonMonths
            ? programme.Id == "rth-nias"
                ? TalentScheme.HubOfNias
                : TalentScheme.Hub
            : null;

    private static string FactAsked(string condition) =>
        condition switch
        {
            "approvedCost" or "ownContribution" => "projects",
            "personMonths" or "monthsEach" => "researchTalents",
            _ => condition,
        };
}
