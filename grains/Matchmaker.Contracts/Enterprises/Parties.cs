using System.Text.Json.Serialization;
using Matchmaker.Matching;

namespace Matchmaker.Contracts;

/// <summary>An incoming enterprise.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Enterprise : Record
{
    public LocalText? Name { get; init; }

    /// <summary>A code of the list <c>industry</c>; null: not told.</summary>
    public string? Industry { get; init; }

    /// <summary>Whether only its own people and cleared officers may know that it exists. Set by officers alone.</summary>
    public bool Confidential { get; init; }

    /// <summary>True for invented sample data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }
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
public interface IEnterpriseGrain : IRecordGrain<Enterprise>;

/// <summary>One owner or agent. Key: its id.</summary>
[Alias("owner")]
public interface IOwnerGrain : IRecordGrain<Owner>;
