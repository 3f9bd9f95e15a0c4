using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Shortlists;

/// <summary>One shortlist. Key: its id.</summary>
[Alias("shortlist")]
public interface IShortlistGrain : IRecordGrain<Shortlist>
{
    /// <summary>
    /// Works the sheet out again, from the journal: with the records, rules, codes and the day of then.
    /// </summary>
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    [Alias("replay"), AlwaysInterleave, Repeatable]
    Task<ReplayReport> Replay(Caller caller, CancellationToken cancellation = default);

    /// <summary>What has changed since it was kept, of what the caller was and is shown.</summary>
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    [Alias("since"), AlwaysInterleave, Repeatable]
    Task<SinceReport> Since(Caller caller, CancellationToken cancellation = default);

    /// <summary>Makes a link by which anybody reads the sheet.</summary>
    /// <param name="days">How long it holds: 1 to 90.</param>
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    /// <exception cref="InvalidException">Another number of days.</exception>
    /// <exception cref="ConflictException">There are 20 links that hold.</exception>
    [Alias("share"), ResponseTimeout(Patience.Once)]
    Task<MadeLink> Share(Caller caller, int days, CancellationToken cancellation = default);

    /// <summary>The links that hold, the oldest first.</summary>
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    [Alias("links"), AlwaysInterleave, Repeatable]
    Task<ImmutableArray<SharedLink>> Links(Caller caller, CancellationToken cancellation = default);

    /// <summary>Ends a link at once.</summary>
    /// <exception cref="NotFoundException">No such link or shortlist that the caller may see.</exception>
    [Alias("end-link"), ResponseTimeout(Patience.Once)]
    Task EndLink(Caller caller, string link, CancellationToken cancellation = default);

    /// <summary>The sheet by a link's token; that it was read is in the journal first.</summary>
    /// <exception cref="NotFoundException">The link is unknown, ended or expired.</exception>
    [Alias("read-by-link"), ResponseTimeout(Patience.Once)]
    Task<SharedSheet> ReadByLink(string link, string token, CancellationToken cancellation = default);
}

/// <param name="Hash">Of what was worked out again.</param>
/// <param name="Same">Whether it is the kept hash, and what is kept still has that hash.</param>
/// <param name="Differences">The first 100 from what is kept; null: it is the same.</param>
[GenerateSerializer, Immutable]
public sealed record ReplayReport(
    string Hash,
    bool Same,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<JsonDifference>? Differences
);

/// <param name="AsOf">The day in Hong Kong on which it is looked at.</param>
/// <param name="Items">In the shortlist's order.</param>
[GenerateSerializer, Immutable]
public sealed record SinceReport(DateOnly AsOf, ImmutableArray<ItemSince> Items);

/// <param name="Now">By the kept criteria today; null: it is gone.</param>
/// <param name="Changes">Each attribute whose value is another, in the board's order; none where it is gone.</param>
/// <param name="Gone">
/// True: it is no longer on the board, or the caller may no longer see it; null: it is still there.
/// </param>
/// <param name="GoneMembers">
/// Where combined spaces are gone together, the ids of those that are gone by themselves; null: none, or a single
/// profile.
/// </param>
[GenerateSerializer, Immutable]
public sealed record ItemSince(
    string Item,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VerdictNow? Now,
    ImmutableArray<ValueChange> Changes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Gone,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? GoneMembers = null
);

/// <param name="Score">0 to 100.</param>
[GenerateSerializer, Immutable]
public sealed record VerdictNow(Verdict Verdict, double Score);

/// <param name="Before">As kept; null: unknown then.</param>
/// <param name="After">Null: unknown now.</param>
/// <param name="At">When the record last changed so.</param>
/// <param name="Source">Of the present value; null: none is told.</param>
/// <param name="Member">The space whose value it is, where the item takes several together; else null.</param>
[GenerateSerializer, Immutable]
public sealed record ValueChange(
    string Attribute,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Value? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Value? After,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Member = null
);
