using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Columns;

/// <summary>Conversion between an attribute's value and the text of a cell.</summary>
internal static class ValueCells
{
    /// <summary>What the cell says. Names of terms stay as written: the record's rules know the taxonomies.</summary>
    /// <param name="today">The day of reading.</param>
    public static ReadResult Read(Board board, BoardAttribute attribute, string cell, DateOnly today) =>
        AttributeReader.Read(attribute, cell, new(board.Code, today));

    /// <summary>A decimal, a bool or a string that <see cref="Read"/> accepts.</summary>
    public static object? Write(Value value) =>
        value switch
        {
            NumberValue number => number.Number,
            FlagValue flag => flag.Yes,
            DayValue day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            CodeValue code => code.Code,
            TagsValue tags => string.Join('|', tags.Tags.Select(ValueJson.Text)),
            UsesValue uses => string.Join('|', uses.Uses.Select(use => $"{use.Key}={ValueJson.Name(use.Value)}")),
            _ => null,
        };
}
