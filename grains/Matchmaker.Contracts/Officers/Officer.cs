using System.Collections.Immutable;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Officers;

/// <summary>
/// What the office must know of one of its people: when they are away and who stands in, and in what they have an
/// interest. Its id is the account's address. Officers read all of them and write their own; admins write every one.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Officer : Record
{
    /// <summary>At most 50, in no order.</summary>
    public ImmutableArray<Absence> Absences { get; init; } = [];

    /// <summary>
    /// Companies and buildings, such as <c>firms/f1</c>, <c>enterprises/e1</c>, <c>centres/c1</c>, <c>owners/o1</c> or
    /// <c>buildings/b1</c>: the officer neither takes nor moves nor pins anything of them. At most 500.
    /// </summary>
    public ImmutableArray<string> Interests { get; init; } = [];
}

/// <param name="From">The first day away, in Hong Kong.</param>
/// <param name="To">The last.</param>
/// <param name="StandIn">The address of the officer who stands in; null: nobody.</param>
[GenerateSerializer, Immutable]
public sealed record Absence(DateOnly From, DateOnly To, string? StandIn = null)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>One officer's absences and interests. An officer without a record has none. Key: the address.</summary>
[Alias("officer")]
public interface IOfficerGrain : IRecordGrain<Officer>;
