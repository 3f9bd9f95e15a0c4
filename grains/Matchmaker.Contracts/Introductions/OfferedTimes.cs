using System.Collections.Immutable;
using Matchmaker.Contracts.Journal;

namespace Matchmaker.Contracts.Introductions;

/// <summary>When one side's people can meet.</summary>
/// <param name="At">When they said so last.</param>
/// <param name="By">The account that entered it, or the officer who entered it for the side.</param>
/// <param name="ByOffice">Whether an officer entered it, as the side's people said by phone or mail.</param>
/// <param name="Slots">In order, none touches another; empty: they took an earlier offer back.</param>
[GenerateSerializer, Immutable]
public sealed record OfferedTimes(DateTimeOffset At, string By, bool ByOffice, ImmutableArray<TimeSlot> Slots);

/// <summary>A part of one day in Hong Kong.</summary>
[GenerateSerializer, Immutable]
public sealed record TimeSlot(DateTimeOffset From, DateTimeOffset To);

/// <summary>That the office asked a side when its people can meet.</summary>
/// <param name="Day">The day in Hong Kong on which it would be.</param>
[GenerateSerializer, Immutable]
public sealed record AskedTimes(DateTimeOffset At, DateOnly Day);

/// <summary>An act that is decided and checked, but not written: the records that one commit writes.</summary>
/// <param name="Writes">With its letters, and the guards that it needs.</param>
/// <param name="Introduction">As it is once they are written; internal.</param>
[GenerateSerializer, Immutable]
public sealed record PreparedAct(ImmutableArray<RecordWrite> Writes, Introduction Introduction);
