using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// A criterion that reads a column, in 20 bytes beside those of its demand: scoring a demand reads two or three lines
/// of memory, where the compiled criteria are some twenty objects in as many places. Of 100 000 demands each of those
/// was a wait for memory.
/// </summary>
internal readonly struct CompactCriterion
{
    private readonly int _min;
    private readonly int _ideal;
    private readonly int _max;
    private readonly short _column;
    private readonly short _freshColumn;
    private readonly Shape _shape;
    private readonly byte _weight;

    private CompactCriterion(CompiledCriterion criterion, ColumnSchema schema, Shape shape, int min, int ideal, int max)
    {
        (_shape, _min, _ideal, _max) = (shape, min, ideal, max);
        _column = (short)schema.ColumnOf(criterion);
        _freshColumn = (short)EncodedProfile.FreshColumnOf(criterion, schema);
        _weight = (byte)criterion.Definition.Weight;
        IsMust = criterion.IsMust;
    }

    private enum Shape : byte
    {
        Rising,
        Falling,
        Peak,
        Codes,
    }

    public bool IsMust { get; }

    /// <summary>Null: the criterion reads no column, or a code of a list longer than 32.</summary>
    public static CompactCriterion? Of(CompiledCriterion criterion, ColumnSchema schema) =>
        schema.ColumnOf(criterion) < 0
            ? null
            : criterion.UtilityFunction switch
            {
                Rising rising => new(criterion, schema, Shape.Rising, rising.MinReading, rising.Ideal, int.MaxValue),
                Falling falling => new(
                    criterion,
                    schema,
                    Shape.Falling,
                    int.MinValue,
                    falling.Ideal,
                    falling.MaxReading
                ),
                Peak peak => new(
                    criterion,
                    schema,
                    Shape.Peak,
                    peak.MinReading,
                    peak.Ideal ?? CompiledCriterion.Unknown,
                    peak.MaxReading
                ),
                Table { Length: <= 32 } table => new(
                    criterion,
                    schema,
                    Shape.Codes,
                    Codes(table, Utility.Half),
                    Codes(table, Utility.Full),
                    0
                ),
                _ => null,
            };

    /// <summary>
    /// The points in millionths that a profile's cells give on that day; 0: known and not acceptable.
    /// </summary>
    public int Points(ReadOnlySpan<int> cells, int day)
    {
        var reading = cells[_column];
        if (reading == CompiledCriterion.Unknown)
            return _weight * Utility.OfUnknown;
        var utility = At(reading);
        return _weight * (cells[_freshColumn] < day ? Utility.WhenStale(utility) : utility);
    }

    private int At(int reading)
    {
        switch (_shape)
        {
            case Shape.Rising:
                return Rising.At(reading, _min, _ideal);
            case Shape.Falling:
                return Falling.At(reading, _ideal, _max);
            case Shape.Peak:
                return Peak.At(reading, _min, _ideal == CompiledCriterion.Unknown ? null : _ideal, _max);
            default:
                if (reading is < 0 or >= 32 || ((_min >> reading) & 1) == 0)
                    return 0;
                return ((_ideal >> reading) & 1) == 1 ? Utility.Full : Utility.Half;
        }
    }

    // The codes of at least that utility, as bits.
    private static int Codes(Table table, int utility) =>
        Enumerable
            .Range(0, table.Length)
            .Aggregate(0, (bits, code) => bits | (table.At(code) >= utility ? 1 << code : 0));
}
