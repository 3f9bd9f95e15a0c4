using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;

namespace Matchmaker.Matching.Reverse;

/// <summary>
/// How the readings of one column are divided into at most 64 buckets, so that the demands that a reading can meet are
/// one row of bits. Codes, flags and uses have a bucket each. Numbers and days are divided where demands' ranges begin
/// and end, so that each bucket tells about equally many demands apart; they are divided again each time that there are
/// eight times as many, until 4 096 have shown where the limits lie.
/// </summary>
internal sealed class ColumnBuckets
{
    private const int Most = 64;
    private const int LastDivision = 4096;

    private readonly int[] _misses = new int[Most];
    private int[] _starts;
    private int _nextDivision;

    public ColumnBuckets(BoardAttribute attribute)
    {
        var codes = attribute.Kind switch
        {
            AttributeKind.Use => 3,
            AttributeKind.Flag => 2,
            AttributeKind.Category => Math.Min(attribute.Values.Length + 1, Most),
            _ => 1,
        };
        _starts = [.. Enumerable.Range(1, codes - 1)];
        _nextDivision = codes > 1 ? int.MaxValue : 64;
    }

    public int Count => _starts.Length + 1;

    /// <summary>How many musts read the column.</summary>
    public int Musts { get; set; }

    /// <summary>Whether there are enough musts for a better division.</summary>
    public bool IsToDivide => Musts >= _nextDivision;

    /// <summary>How many musts, by bucket, no reading of the bucket meets.</summary>
    public Span<int> Misses => _misses;

    /// <summary>The bucket of a known reading.</summary>
    public int Of(int reading)
    {
        var at = Array.BinarySearch(_starts, reading);
        return at < 0 ? ~at : at + 1;
    }

    /// <summary>
    /// The buckets, as bits, of which no reading meets a must: of its range the buckets that lie wholly outside, of a
    /// must with gaps also the codes inside that it does not take.
    /// </summary>
    public ulong MissedBy(UtilityFunction must)
    {
        var (first, last) = (Of(must.MinReading), Of(must.MaxReading));
        var missed = ~((ulong.MaxValue << first) & (ulong.MaxValue >> (Most - 1 - last)));
        for (var bucket = first + 1; must.HasGaps && bucket < last; bucket++)
            missed |= must.At(_starts[bucket - 1]) > 0 ? 0 : 1UL << bucket;
        return missed & (ulong.MaxValue >> (Most - Count));
    }

    /// <summary>Divides anew, with no musts in the buckets.</summary>
    public void Divide(IEnumerable<UtilityFunction> musts)
    {
        var ends = new List<int>();
        foreach (var must in musts)
        {
            if (must.MinReading > int.MinValue)
                ends.Add(must.MinReading);
            if (must.MaxReading < int.MaxValue)
                ends.Add(must.MaxReading + 1);
        }

        ends.Sort();
        var distinct = ends.Distinct().ToList();
        _starts =
            distinct.Count < Most
                ? [.. distinct]
                : [.. Enumerable.Range(1, Most - 1).Select(at => ends[at * ends.Count / Most]).Distinct()];
        _nextDivision = _nextDivision < LastDivision ? _nextDivision * 8 : int.MaxValue;
        Array.Clear(_misses);
        Musts = 0;
    }
}
