using System.Collections.Immutable;

namespace Matchmaker.Matching.DatedTables;

/// <summary>
/// A table that is edited as dated versions. The day decides which version holds, so that two days may have two
/// answers. Immutable: another version makes another table.
/// </summary>
public abstract class DatedTable<TTable, TVersion, TRow>
    where TTable : DatedTable<TTable, TVersion, TRow>
    where TVersion : TableVersion<TRow>
{
    private readonly ImmutableArray<TVersion> _latestFirst;

    protected DatedTable(ImmutableArray<TVersion> versions)
    {
        Versions = versions;
        _latestFirst =
        [
            .. versions.OrderByDescending(version => version.From).ThenByDescending(version => version.Number),
        ];
    }

    /// <summary>By number; the first has always held.</summary>
    public ImmutableArray<TVersion> Versions { get; }

    /// <summary>A table with another version; the same object if it has one of that number.</summary>
    public TTable With(TVersion version) =>
        Versions.Any(known => known.Number == version.Number)
            ? (TTable)this
            : Of([.. Versions.Append(version).OrderBy(known => known.Number)]);

    /// <summary>As the other, of a version's parts.</summary>
    public TTable With(int number, DateOnly from, ImmutableArray<TRow> rows) => With(Version(number, from, rows));

    /// <summary>A table with the next version.</summary>
    public TTable Next(DateOnly from, ImmutableArray<TRow> rows) => With(Versions[^1].Number + 1, from, rows);

    /// <summary>
    /// The version that holds on that day: of those that have begun the one that began last, of several that began on
    /// one day the one published last.
    /// </summary>
    public TVersion On(DateOnly day)
    {
        foreach (var version in _latestFirst)
        {
            if (!(version.From > day))
                return version;
        }

        return Versions[0];
    }

    /// <summary>The last day on which a version holds, unless it is replaced; null: no end.</summary>
    public DateOnly? LastDayOf(TVersion version) =>
        Versions.Where(other => other.From > (version.From ?? DateOnly.MinValue)).Min(other => other.From)?.AddDays(-1);

    /// <summary>Whether a later one that begins on the same day holds in its place.</summary>
    public bool IsReplaced(TVersion version) =>
        Versions.Any(other => other.Number > version.Number && other.From == version.From);

    protected abstract TTable Of(ImmutableArray<TVersion> versions);

    protected abstract TVersion Version(int number, DateOnly? from, ImmutableArray<TRow> rows);
}

/// <summary>One version of a table: every row, from one day on. What was published is never changed.</summary>
/// <param name="number">0: the shipped one; else as published, from 1.</param>
/// <param name="from">The first day on which it holds; null: it always has.</param>
public abstract class TableVersion<TRow>(int number, DateOnly? from, ImmutableArray<TRow> rows)
{
    public int Number { get; } = number;

    public DateOnly? From { get; } = from;

    public ImmutableArray<TRow> Rows { get; } = rows;
}
