using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Contracts.Shortlists;

/// <summary>A link by which anybody reads a shortlist's sheet; its token is told once, when it is made.</summary>
/// <param name="Id">By which it is ended.</param>
/// <param name="Readings">How often the sheet was read by it.</param>
/// <param name="LastReadAt">Null: never.</param>
[GenerateSerializer, Immutable]
public sealed record SharedLink(
    string Id,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    int Readings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? LastReadAt
);

/// <summary>A link as it was made.</summary>
/// <param name="Link">The address to pass on. It is told here alone: only its hash is kept.</param>
[GenerateSerializer, Immutable]
public sealed record MadeLink(string Id, string Link, DateTimeOffset ExpiresAt);

/// <summary>
/// A sheet as the holder of a link reads it: without whose it is, its name, its notes, and what only the office was
/// shown.
/// </summary>
/// <param name="AsOf">The day in Hong Kong on which it was shown.</param>
/// <param name="ExpiresAt">When the link ends.</param>
/// <param name="Boards">What was asked, board by board.</param>
/// <param name="Items">As they were shown, in the shortlist's order, without their records.</param>
/// <param name="Gone">The ids of those that are no longer on their board, or not public any more.</param>
[GenerateSerializer, Immutable]
public sealed record SharedSheet(
    DateOnly AsOf,
    DateTimeOffset ExpiresAt,
    ImmutableArray<SharedBoard> Boards,
    ImmutableArray<SheetItem> Items,
    ImmutableArray<string> Gone
);

/// <param name="Criteria">As they were matched.</param>
[GenerateSerializer, Immutable]
public sealed record SharedBoard(string Board, ImmutableArray<Criterion> Criteria);
