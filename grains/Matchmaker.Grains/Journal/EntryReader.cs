using System.Data.Common;

namespace Matchmaker.Grains.Journal;

/// <summary>
/// Reads entries without trusting the store: SQLite keeps a value of any type in any column, and what is not of the
/// column's type is not what was written.
/// </summary>
internal static class EntryReader
{
    public const string Columns =
        "sequence, change, at, actor, kind, id, parent, version, owner, visible, cleared, before, after, hash";

    // Texts by the place of their column: those that an entry must have, and those that may be null.
    private static readonly int[] Stated = [2, 3, 4, 5, 13];
    private static readonly int[] Optional = [6, 8, 10, 11, 12];

    /// <summary>Null: it is no number.</summary>
    public static long? SequenceOf(DbDataReader reader) => Number(reader.GetValue(0));

    /// <summary>Null: a value is not of its column's type.</summary>
    public static JournalEntry? Read(DbDataReader reader) =>
        Stated.All(column => reader.GetValue(column) is string)
        && Optional.All(column => reader.GetValue(column) is string or DBNull)
        && SequenceOf(reader) is { } sequence
        && Number(reader.GetValue(1)) is { } change
        && Number(reader.GetValue(7)) is { } version
        && Number(reader.GetValue(9)) is (>= int.MinValue and <= int.MaxValue) and var visible
            ? new()
            {
                Sequence = sequence,
                Change = change,
                At = reader.GetString(2),
                Actor = reader.GetString(3),
                Kind = reader.GetString(4),
                Id = reader.GetString(5),
                Parent = Text(reader, 6),
                Version = version,
                Owner = Text(reader, 8),
                Visible = (int)visible,
                Cleared = Text(reader, 10),
                Before = Text(reader, 11),
                After = Text(reader, 12),
                Hash = reader.GetString(13),
            }
            : null;

    public static long? Number(object value) =>
        value switch
        {
            long number => number,
            int number => number,
            _ => null,
        };

    private static string? Text(DbDataReader reader, int column) => reader.GetValue(column) as string;
}
