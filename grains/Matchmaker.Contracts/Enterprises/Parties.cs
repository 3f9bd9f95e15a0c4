using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Enterprises;

/// <summary>An incoming enterprise.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Enterprise : Record
{
    public LocalText? Name { get; init; }

    /// <summary>A code of the list <c>industry</c>; null: not told.</summary>
    public string? Industry { get; init; }

    /// <summary>
    /// Whether only its own people and cleared officers may know that it exists. Set by officers alone.
    /// </summary>
    public bool Confidential { get; init; }

    /// <summary>How many people work there, in bands; null: not told.</summary>
    public SizeBand? Size { get; init; }

    /// <summary>
    /// Names of its people and brands, 1 to 200 characters each, at most 50: no alias may hint at one. Its own people
    /// and the office only.
    /// </summary>
    public ImmutableArray<string>? Brands { get; init; }

    /// <summary>True for invented sample data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }
}

/// <summary>Which officers may know of a confidential project.</summary>
/// <param name="Officers">Addresses of officers or admins; at least one.</param>
/// <param name="Version">The enterprise's.</param>
[GenerateSerializer, Immutable]
public sealed record Clearance(ImmutableArray<string> Officers, long Version = 0);

/// <summary>People employed, in bands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SizeBand>))]
public enum SizeBand
{
    /// <summary>Fewer than 10.</summary>
    [JsonStringEnumMemberName("micro")]
    Micro,

    /// <summary>10 to 49.</summary>
    [JsonStringEnumMemberName("small")]
    Small,

    /// <summary>50 to 249.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>250 and more.</summary>
    [JsonStringEnumMemberName("large")]
    Large,
}

/// <summary>An owner or agent of buildings.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Owner : Record
{
    public LocalText? Name { get; init; }

    public bool Public { get; init; }

    /// <summary>True for invented sample data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }
}

/// <summary>One incoming enterprise. Key: its id.</summary>
[Alias("enterprise")]
public interface IEnterpriseGrain : IRecordGrain<Enterprise>
{
    /// <summary>The officers who are cleared for the project.</summary>
    /// <exception cref="NotFoundException">
    /// The caller may not see it, is not of the office, or it is not confidential.
    /// </exception>
    [Alias("clearance"), ResponseTimeout(Patience.Once)]
    Task<Clearance> Clearance(Caller caller, CancellationToken cancellation = default);

    /// <summary>Sets the cleared officers; a removed officer stops receiving at once.</summary>
    /// <exception cref="NotFoundException">As <see cref="Clearance"/>.</exception>
    /// <exception cref="InvalidException">An address is not an officer's, or the list is empty.</exception>
    [Alias("clear"), ResponseTimeout(Patience.Once)]
    Task<Clearance> Clear(
        Caller caller,
        ImmutableArray<string> officers,
        long expected,
        CancellationToken cancellation = default
    );
}

/// <summary>One owner or agent. Key: its id.</summary>
[Alias("owner")]
public interface IOwnerGrain : IRecordGrain<Owner>;
