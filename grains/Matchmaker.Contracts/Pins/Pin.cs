using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Pins;

/// <summary>
/// A place on a demand's list that officers gave by hand: it stands only when a second officer has approved it, shows
/// as such to officers, and changes no score and no list of anybody else.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Pin : Record
{
    public required string Demand { get; init; }

    /// <summary>The id of a profile that the demand accepts.</summary>
    public required string Match { get; init; }

    public required PinKind Kind { get; init; }

    /// <summary>1 to 2 000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Read-only: the officer who proposed it.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>Read-only: the second officer; null: it waits for one and does not stand yet.</summary>
    public string? ApprovedBy { get; init; }
}

/// <summary>Whether a match is put first or last.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PinKind>))]
public enum PinKind
{
    [JsonStringEnumMemberName("pin")]
    Pin,

    [JsonStringEnumMemberName("demote")]
    Demote,
}

/// <summary>One pin. Key: its id.</summary>
[Alias("pin")]
public interface IPinGrain : IRecordGrain<Pin>
{
    /// <summary>Approves it.</summary>
    /// <exception cref="ConflictException">The caller asked for it themselves.</exception>
    [Alias("approve"), ResponseTimeout(Patience.Once)]
    Task<Pin> Approve(Caller caller, long expected, CancellationToken cancellation = default);
}
