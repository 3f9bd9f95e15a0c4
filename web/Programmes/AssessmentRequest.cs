using System.Collections.Immutable;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Web.Programmes;

/// <param name="Readings">How open points are read; null: as the operator set.</param>
internal sealed record AssessmentRequest(DateOnly On, Facts Facts, Readings? Readings = null);

/// <param name="Versions">What an admin thinks of making the programme's.</param>
/// <param name="On">Null: today in Hong Kong.</param>
internal sealed record PreviewRequest(ImmutableArray<ProgrammeVersion> Versions, DateOnly? On = null);
