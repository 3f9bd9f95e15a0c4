using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Programmes;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Programmes;

/// <summary>
/// All programmes with their rules as they stand, and who may get what by them. It follows the journal, and tells the
/// applicants who asked when a rule or a day changes their answer. Key: 0.
/// </summary>
[Alias("programmes")]
public interface IProgrammesGrain : IProjectionGrain, IGrainWithIntegerKey
{
    [Alias("list"), AlwaysInterleave, Repeatable]
    Task<ProgrammeList> List(CancellationToken cancellation = default);

    /// <summary>What an applicant that is not saved may get.</summary>
    /// <param name="readings">Null: as the operator reads the open points.</param>
    /// <exception cref="InvalidException">A fact breaks a rule.</exception>
    [Alias("assess"), AlwaysInterleave, Repeatable]
    Task<Assessment> Assess(
        DateOnly on,
        Facts facts,
        Readings? readings = null,
        CancellationToken cancellation = default
    );

    /// <summary>What a party may get by the facts that are kept of it; where there are none, by its industry
    /// alone.</summary>
    /// <param name="applicant">An <see cref="ApplicantId"/>.</param>
    /// <param name="on">Null: today in Hong Kong.</param>
    /// <exception cref="NotFoundException">The caller may not know of it as an applicant.</exception>
    [Alias("assess-kept"), AlwaysInterleave, Repeatable]
    Task<KeptAssessment> AssessKept(
        Caller caller,
        string applicant,
        DateOnly? on = null,
        CancellationToken cancellation = default
    );

    /// <summary>Whose answer would be another if these were a programme's versions, for admins; of the applicants that
    /// the caller may see.</summary>
    /// <param name="on">Null: today in Hong Kong.</param>
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    /// <exception cref="NotFoundException">There is no such programme.</exception>
    /// <exception cref="InvalidException">A version breaks a rule.</exception>
    [Alias("preview"), AlwaysInterleave, Repeatable]
    Task<RulePreview> Preview(
        Caller caller,
        string programme,
        ImmutableArray<ProgrammeVersion> versions,
        DateOnly? on = null,
        CancellationToken cancellation = default
    );

    /// <summary>Tells the applicants whose answers changed since they were last told; the clock's work.</summary>
    [Alias("tell"), AlwaysInterleave, Repeatable]
    Task NotifyApplicants(CancellationToken cancellation = default);
}

/// <param name="Sources">What the codes of sources stand for.</param>
/// <param name="Readings">How the operator reads the rules' open points.</param>
[GenerateSerializer, Immutable]
public sealed record ProgrammeList(
    ImmutableArray<Programme> Items,
    ImmutableArray<ProgrammeSource> Sources,
    Readings Readings
);

/// <param name="Applicant">What is kept; null: nothing yet.</param>
/// <param name="Facts">The assessed facts: the kept ones, with the industry that the party's own record states.</param>
[GenerateSerializer, Immutable]
public sealed record KeptAssessment(Applicant? Applicant, Facts Facts, Assessment Assessment);

/// <param name="Looked">How many applicants were assessed.</param>
/// <param name="Changed">Those whose answer would be another, by id; at most 200 of them.</param>
/// <param name="Count">How many those are in all.</param>
[GenerateSerializer, Immutable]
public sealed record RulePreview(DateOnly On, int Looked, int Count, ImmutableArray<PreviewedApplicant> Changed);

/// <param name="Enterprise">The enterprise's id; null: it is a firm.</param>
/// <param name="Name">Null: it has none.</param>
/// <param name="Firm">The firm's id; null: it is an enterprise.</param>
[GenerateSerializer, Immutable]
public sealed record PreviewedApplicant(
    string? Enterprise,
    LocalText? Name,
    ImmutableArray<AnswerChange> Changes,
    string? Firm = null
);

/// <summary>One programme's answer before and after.</summary>
/// <param name="Before">Null: it was not answered before.</param>
[GenerateSerializer, Immutable]
public sealed record AnswerChange(string Programme, ShortAnswer? Before, ShortAnswer Now);

/// <param name="Amount">HK$, a ceiling; null: none, or unknown.</param>
/// <param name="ChangesOn">The later days on which it changes; null: none is known.</param>
[GenerateSerializer, Immutable]
public sealed record ShortAnswer(ProgrammeVerdict Verdict, long? Amount, ImmutableArray<LaterAnswer>? ChangesOn = null);

/// <summary>
/// What changed since a party was last told, for its own people and the officers who may know of it.
/// </summary>
/// <param name="Applicant">An <see cref="ApplicantId"/>.</param>
[GenerateSerializer, Immutable]
public sealed record AssessmentMessage(string Applicant, ImmutableArray<AnswerChange> Changes) : LiveMessage
{
    /// <summary>The name of all assessments among projections.</summary>
    public const string Projection = "programmes";

    public override string Topic => TopicOf(Applicant);

    public static string TopicOf(string applicant) => $"applicant:{applicant}";
}
