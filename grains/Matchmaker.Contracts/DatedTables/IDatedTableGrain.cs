using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.DatedTables;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.DatedTables;

/// <summary>
/// The published versions of a table, for admins: what is published is never changed, only followed. Holds no state.
/// </summary>
public interface IDatedTableGrain<TRow, TPreview> : IGrainWithIntegerKey
    where TRow : class
{
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    [Alias("list"), AlwaysInterleave, Repeatable]
    Task<TableHistory> List(Caller caller, CancellationToken cancellation = default);

    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    /// <exception cref="NotFoundException">There is no version of that number.</exception>
    [Alias("get"), AlwaysInterleave, Repeatable]
    Task<TableVersionDetail<TRow>> Get(Caller caller, int number, CancellationToken cancellation = default);

    /// <summary>
    /// Publishes the next version. Returns when it is durable, and those who follow the table know it.
    /// </summary>
    /// <param name="expected">The number of the last version that the caller saw.</param>
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    /// <exception cref="VersionException">Another version was published last.</exception>
    /// <exception cref="InvalidException">A row or the day breaks a rule.</exception>
    [Alias("publish"), ResponseTimeout(Patience.Once)]
    Task<TableVersionDetail<TRow>> Publish(
        Caller caller,
        TableDraft<TRow> draft,
        long expected,
        CancellationToken cancellation = default
    );

    /// <summary>What a version would change if it were published now.</summary>
    /// <exception cref="ForbiddenException">The caller is no admin.</exception>
    /// <exception cref="InvalidException">A row or the day breaks a rule.</exception>
    [Alias("preview"), AlwaysInterleave, ResponseTimeout("00:00:30"), Repeatable]
    Task<TPreview> Preview(Caller caller, TableDraft<TRow> draft, CancellationToken cancellation = default);
}

/// <summary>A version that is not published yet.</summary>
/// <param name="From">The first day in Hong Kong on which it holds; today or later.</param>
/// <param name="Rows">The whole table.</param>
/// <param name="Note">Why, at most 1 000 characters; null: nothing is said.</param>
[GenerateSerializer, Immutable]
public sealed record TableDraft<TRow>(DateOnly From, ImmutableArray<TRow> Rows, string? Note = null);

/// <param name="Today">The number of the version that holds today in Hong Kong.</param>
/// <param name="Items">From the last published one back to the shipped one.</param>
[GenerateSerializer, Immutable]
public sealed record TableHistory(int Today, ImmutableArray<TableVersionSummary> Items);

/// <summary>One version of the table, without its rows.</summary>
/// <param name="Number">0: the shipped one; else as published, from 1.</param>
/// <param name="From">The first day on which it holds; null: it always has.</param>
/// <param name="To">The last day; null: no end is known, or it is replaced.</param>
/// <param name="Replaced">Whether a later version that begins on the same day holds in its place.</param>
/// <param name="Note">Null: nothing was said.</param>
/// <param name="By">The address of who published it; null: it is the shipped one.</param>
/// <param name="At">When; null: it is the shipped one.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Added">How many of them the version before it had not.</param>
/// <param name="Changed">How many say another thing than in the version before it.</param>
/// <param name="Removed">How many of the version before it are gone.</param>
[GenerateSerializer, Immutable]
public sealed record TableVersionSummary(
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
/// <param name="Rows">Every row, in the order in which they were published.</param>
/// <param name="Differences">What differs from the version with the number before; of the shipped one nothing.</param>
[GenerateSerializer, Immutable]
public sealed record TableVersionDetail<TRow>(
    TableVersionSummary Version,
    ImmutableArray<TRow> Rows,
    ImmutableArray<RowDifference<TRow>> Differences
)
    where TRow : class;
