using System.Collections.Immutable;
using Matchmaker.Matching;

namespace Matchmaker.Web.Programmes;

/// <param name="Readings">How open points are read; null: as the operator set.</param>
internal sealed record AssessmentRequest(DateOnly On, Facts Facts, Readings? Readings = null);

internal sealed record ProgrammeList(ImmutableArray<Programme> Items, ImmutableArray<ProgrammeSource> Sources);
