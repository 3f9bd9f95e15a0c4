using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Matching.Upgrades.Reminders;

namespace Matchmaker.Contracts.Upgrades;

/// <summary>What a firm's people were told at once of the path that it keeps.</summary>
/// <param name="On">The day on which it was told.</param>
/// <param name="Changes">The steps for which a rule or a day changed who pays.</param>
/// <param name="Closing">The programmes that end soon and pay for a step which is only planned.</param>
/// <remarks>A live message without changes and ends says that the table of steps is another.</remarks>
[GenerateSerializer, Immutable]
public sealed record PathNews(DateOnly On, ImmutableArray<StepChange> Changes, ImmutableArray<ClosingWindow> Closing);

/// <param name="Items">The latest first, at most 20; empty: nothing, or the firm has not asked to be told.</param>
[GenerateSerializer, Immutable]
public sealed record PathNewsList(ImmutableArray<PathNews> Items);

/// <summary>News of a firm's path, for its own people and the office: those who may know of it as an applicant.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record UpgradeMessage(string Firm, PathNews News) : LiveMessage
{
    public string Applicant => ApplicantId.Of(PartyId.Firm(Firm));

    public override string Topic => AssessmentMessage.TopicOf(Applicant);
}
