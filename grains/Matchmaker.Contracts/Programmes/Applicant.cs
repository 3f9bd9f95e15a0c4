using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Contracts.Programmes;

/// <summary>An enterprise's facts as an applicant for programmes. Its id is the enterprise's.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Applicant : Record
{
    /// <summary>A strategic industry that is absent follows from the enterprise's own.</summary>
    public required Facts Facts { get; init; }

    /// <summary>Whether its people are told, live and by mail, when a rule or a day changes what it may get.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Tell { get; init; }
}

/// <summary>One enterprise as an applicant. Key: the enterprise's id.</summary>
[Alias("applicant")]
public interface IApplicantGrain : IRecordGrain<Applicant>;
