using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Contracts.Programmes;

/// <summary>A party's facts as an applicant for programmes; its id is an <see cref="ApplicantId"/>.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Applicant : Record
{
    /// <summary>A strategic industry that is absent follows from the party's own record, if that states one.</summary>
    public required Facts Facts { get; init; }

    /// <summary>Whether its people are told, live and by mail, when a rule or a day changes what it may get.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Tell { get; init; }
}

/// <summary>One party as an applicant. Key: an <see cref="ApplicantId"/>.</summary>
[Alias("applicant")]
public interface IApplicantGrain : IRecordGrain<Applicant>;
