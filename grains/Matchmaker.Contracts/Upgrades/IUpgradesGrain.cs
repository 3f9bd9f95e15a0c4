using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades.Steps;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Upgrades;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Upgrades;

/// <summary>
/// What manufacturers keep of their upgrading, as far as they let others see it. Each question reads the journal on
/// first, so that a consent counts from its commit on, and not after its end. It tells the firms that asked when a rule
/// or a day changes who pays for their steps. Key: 0.
/// </summary>
[Alias("upgrades")]
public interface IUpgradesGrain : IProjectionGrain, IGrainWithIntegerKey
{
    /// <summary>
    /// The firms that a saved demand rejects today and would accept with certificates that they plan and let
    /// enterprises see.
    /// </summary>
    /// <param name="board">The board of the demand.</param>
    /// <param name="top">1 to 500.</param>
    /// <exception cref="ForbiddenException">The caller is neither of an enterprise nor of the office.</exception>
    /// <exception cref="InvalidException">The board is not partners.</exception>
    /// <exception cref="NotFoundException">No such demand on this board that the caller may see.</exception>
    [Alias("planned"), AlwaysInterleave, Repeatable]
    Task<PlannedPartners> Planned(
        Caller caller,
        string board,
        string demand,
        int top,
        CancellationToken cancellation = default
    );

    /// <summary>As the other, for a demand that is not saved.</summary>
    /// <exception cref="ForbiddenException">The caller is neither of an enterprise nor of the office.</exception>
    /// <exception cref="InvalidException">The board is not partners, or a criterion breaks a rule.</exception>
    [Alias("planned-for"), AlwaysInterleave, Repeatable]
    Task<PlannedPartners> PlannedFor(
        Caller caller,
        string board,
        AdHocPlanned question,
        CancellationToken cancellation = default
    );

    /// <summary>The figures of the district today.</summary>
    /// <exception cref="NotFoundException">The caller is not of the office.</exception>
    [Alias("district"), Repeatable]
    Task<DistrictReport> District(Caller caller, CancellationToken cancellation = default);

    /// <summary>The firms that one of these figures counts, by id.</summary>
    /// <param name="figure">The key of a figure; one that is withheld, or counts nothing, has an empty list.</param>
    /// <param name="after">The id of the firm before the first; null: from the beginning.</param>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="InvalidException">There is no such figure.</exception>
    /// <exception cref="NotFoundException">The caller is not of the office.</exception>
    [Alias("district-firms"), Repeatable]
    Task<Page<DistrictMember>> DistrictFirms(
        Caller caller,
        string figure,
        string? after,
        int limit,
        CancellationToken cancellation = default
    );

    /// <summary>What a firm's people were told of the path that it keeps.</summary>
    /// <exception cref="NotFoundException">The caller is neither of the firm nor of the office, or there is no such
    /// firm.</exception>
    [Alias("news"), AlwaysInterleave, Repeatable]
    Task<PathNewsList> News(Caller caller, string firm, CancellationToken cancellation = default);

    /// <summary>What another version of the table of steps, published now, would change on its first day.</summary>
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    [Alias("preview-steps"), AlwaysInterleave, ResponseTimeout("00:00:30"), Repeatable]
    Task<StepPreview> PreviewSteps(
        Caller caller,
        ImmutableArray<UpgradeStep> rows,
        DateOnly from,
        CancellationToken cancellation = default
    );

    /// <summary>Tells the firms whose path has another answer since they were last told; the clock's work.</summary>
    [Alias("tell"), AlwaysInterleave, Repeatable]
    Task NotifyFirms(CancellationToken cancellation = default);
}

/// <summary>A firm that lets the office count it.</summary>
/// <param name="Sample">Whether the firm is invented.</param>
[GenerateSerializer, Immutable]
public sealed record DistrictMember(string Id, LocalText? Name, bool Sample = false);

/// <summary>A question for planned certificates, of a demand that is not saved.</summary>
/// <param name="Top">1 to 500.</param>
[GenerateSerializer, Immutable]
public sealed record AdHocPlanned(ImmutableArray<Criterion> Criteria, int Top = 50);

/// <summary>
/// Firms that would meet a demand with certificates that they plan, and do not today: they are no matches and no near
/// misses.
/// </summary>
/// <param name="Count">How many there are.</param>
/// <param name="Items">The first of them, by the score that they would have.</param>
[GenerateSerializer, Immutable]
public sealed record PlannedPartners(int Count, ImmutableArray<PlannedPartner> Items);

/// <param name="Id">The firm's id.</param>
/// <param name="Score">The score that it would have, 0 to 100.</param>
/// <param name="Certificates">Those that it plans and needs for it, the earliest first.</param>
/// <param name="Sample">Whether the firm is invented.</param>
[GenerateSerializer, Immutable]
public sealed record PlannedPartner(
    string Id,
    LocalText? Name,
    double Score,
    ImmutableArray<PlannedCertificate> Certificates,
    bool Sample = false
);
