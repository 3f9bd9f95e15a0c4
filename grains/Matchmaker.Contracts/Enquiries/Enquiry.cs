using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Contracts.Enquiries;

/// <summary>
/// A question that no list answers, such as a topic that no centre works on: it stands in the office's queue until
/// somebody answers.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Enquiry : Record
{
    /// <summary>The party that asks, such as <c>firms/f1</c>; final. Null in a body: the caller's own party.</summary>
    public string? Owner { get; init; }

    /// <summary>The board on which nothing was found.</summary>
    public required string Board { get; init; }

    /// <summary>The question in free text: 1 to 2 000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The requirement that found nothing; empty: there was none but the text.</summary>
    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    /// <summary>Set by the office alone.</summary>
    public EnquiryStatus Status { get; init; }

    /// <summary>The office's words, at most 4 000 characters; null: none yet.</summary>
    public string? Answer { get; init; }
}

/// <summary>Whether the office has answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnquiryStatus>))]
public enum EnquiryStatus
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("answered")]
    Answered,
}

/// <summary>One enquiry. Key: its id.</summary>
[Alias("enquiry")]
public interface IEnquiryGrain : IRecordGrain<Enquiry>;
