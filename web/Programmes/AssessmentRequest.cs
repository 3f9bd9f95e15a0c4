using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Web.Programmes;

/// <param name="Readings">How open points are interpreted; null: as the operator's settings say.</param>
internal sealed record AssessmentRequest(DateOnly On, Facts Facts, Readings? Readings = null);

/// <param name="Versions">The rule versions that an admin wants to try.</param>
/// <param name="On">Null: today in Hong Kong.</param>
internal sealed record PreviewRequest(ImmutableArray<ProgrammeVersion> Versions, DateOnly? On = null);
