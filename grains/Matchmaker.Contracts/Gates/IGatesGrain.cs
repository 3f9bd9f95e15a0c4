using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Gates;

/// <summary>
/// The published versions of the table of gates, for admins: what is published is never changed, only followed. Key: 0;
/// holds no state.
/// </summary>
[Alias("gates")]
public interface IGatesGrain : IGrainWithIntegerKey
{
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    [Alias("list"), AlwaysInterleave, Repeatable]
    Task<GateHistory> List(Caller caller, CancellationToken cancellation = default);

    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    /// <exception cref="NotFoundException">There is no version of that number.</exception>
    [Alias("get"), AlwaysInterleave, Repeatable]
    Task<GateVersionDetail> Get(Caller caller, int number, CancellationToken cancellation = default);

    /// <summary>
    /// Publishes the next version. Returns when it is durable, and the board judges by it and has told the demands of
    /// what that changes.
    /// </summary>
    /// <param name="expected">The number of the last version that the caller saw.</param>
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    /// <exception cref="VersionException">Another version was published last.</exception>
    /// <exception cref="InvalidException">A row or the day breaks a rule.</exception>
    [Alias("publish"), ResponseTimeout(Patience.Once)]
    Task<GateVersionDetail> Publish(
        Caller caller,
        GateDraft draft,
        long expected,
        CancellationToken cancellation = default
    );

    /// <summary>What a version would change if it were published now.</summary>
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    /// <exception cref="InvalidException">A row or the day breaks a rule.</exception>
    [Alias("preview"), AlwaysInterleave, ResponseTimeout("00:00:30"), Repeatable]
    Task<GatePreview> Preview(Caller caller, GateDraft draft, CancellationToken cancellation = default);
}

/// <summary>A version that is not published yet.</summary>
/// <param name="From">The first day in Hong Kong on which it holds; today or later.</param>
/// <param name="Rows">Every rule, 1 to 2 000; no two of one gate, key and use hold on one day.</param>
/// <param name="Note">Why, at most 1 000 characters; null: nothing is said.</param>
[GenerateSerializer, Immutable]
public sealed record GateDraft(DateOnly From, ImmutableArray<GateRow> Rows, string? Note = null);

/// <param name="Today">The number of the version that holds today in Hong Kong.</param>
/// <param name="Items">From the last published one back to the shipped one.</param>
[GenerateSerializer, Immutable]
public sealed record GateHistory(int Today, ImmutableArray<GateVersionSummary> Items);

/// <summary>One version of the table, without its rows.</summary>
/// <param name="Number">0: the shipped one; else as published, from 1.</param>
/// <param name="From">The first day on which it holds; null: it always has.</param>
/// <param name="To">The last day; null: no end is known, or it is replaced.</param>
/// <param name="Replaced">Whether a later version that begins on the same day holds in its place.</param>
/// <param name="Note">Null: nothing was said.</param>
/// <param name="By">The address of who published it; null: it is the shipped one.</param>
/// <param name="At">When; null: it is the shipped one.</param>
/// <param name="Rows">How many rules it has.</param>
/// <param name="Added">How many of them the version before it had not.</param>
/// <param name="Changed">How many say another thing than in the version before it.</param>
/// <param name="Removed">How many of the version before it are gone.</param>
[GenerateSerializer, Immutable]
public sealed record GateVersionSummary(
    int Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? To,
    bool Replaced,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? At,
    int Rows,
    int Added,
    int Changed,
    int Removed
);

/// <summary>One version of the table.</summary>
/// <param name="Rows">Every rule, in the order in which they were published.</param>
/// <param name="Differences">What differs from the version with the number before; of the shipped one nothing.</param>
[GenerateSerializer, Immutable]
public sealed record GateVersionDetail(
    GateVersionSummary Version,
    ImmutableArray<GateRow> Rows,
    ImmutableArray<GateDifference> Differences
);

/// <summary>
/// What another version would change on the board of sites; nothing here is of a confidential project's demands.
/// </summary>
/// <param name="On">The day in Hong Kong for which it was worked out: that from which the version holds.</param>
/// <param name="Verdicts">How many spaces change, by use and verdicts; the most spaces first.</param>
/// <param name="SpaceCount">How many spaces have a use of which the verdict changes.</param>
/// <param name="Spaces">The first 100 of them by id.</param>
/// <param name="Gaining">How many saved demands a match of which they would be notified appears for.</param>
/// <param name="Losing">How many such a match is gone from.</param>
/// <param name="Appeared">How many matches appear for all demands together.</param>
/// <param name="Gone">How many are gone.</param>
/// <param name="Demands">The first 100 of the demands by id.</param>
[GenerateSerializer, Immutable]
public sealed record GatePreview(
    DateOnly On,
    ImmutableArray<VerdictCount> Verdicts,
    int SpaceCount,
    ImmutableArray<PreviewedSpace> Spaces,
    int Gaining,
    int Losing,
    int Appeared,
    int Gone,
    ImmutableArray<PreviewedDemand> Demands
);

/// <param name="Before">Null: unknown.</param>
/// <param name="After">Null: unknown.</param>
/// <param name="Spaces">How many spaces.</param>
[GenerateSerializer, Immutable]
public sealed record VerdictCount(
    string Use,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UseVerdict? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UseVerdict? After,
    int Spaces
);

/// <param name="Space">The space's id.</param>
/// <param name="Uses">In the order of the list <c>use</c>.</param>
[GenerateSerializer, Immutable]
public sealed record PreviewedSpace(string Space, ImmutableArray<UseChange> Uses);

/// <param name="Demand">The demand's id.</param>
/// <param name="Appeared">How many matches appear.</param>
/// <param name="Gone">How many are gone.</param>
[GenerateSerializer, Immutable]
public sealed record PreviewedDemand(string Demand, int Appeared, int Gone);
