using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Contracts.Upgrades;

/// <summary>What a manufacturer has said of its upgrading, and the steps that it means to take. Its id is the firm's.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Upgrade : Record
{
    public UpgradeAnswers Answers { get; init; } = new();

    /// <summary>In the order in which they are taken, each once; at most 8.</summary>
    public ImmutableArray<ChosenStep> Steps { get; init; } = [];

    /// <summary>Missing: nothing is shown.</summary>
    public UpgradeConsent Consent { get; init; } = new();

    /// <summary>
    /// Whether its people are told, live and by mail, when a rule or a day changes who pays for its steps, and before a
    /// programme ends for which a planned step has not applied.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Tell { get; init; }
}

/// <summary>The upgrading of one firm. Key: the firm's id.</summary>
[Alias("upgrade")]
public interface IUpgradeGrain : IRecordGrain<Upgrade>;
