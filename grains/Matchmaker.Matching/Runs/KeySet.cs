using System.Numerics;
using System.Runtime.CompilerServices;

namespace Matchmaker.Matching.Runs;

/// <summary>
/// Hashed keys of spaces as bits, to tell most of those that have no neighbour without sorting any: with 8 to 16 bits a
/// key at most one in four of them is taken for one that has.
/// </summary>
internal sealed class KeySet
{
    private const int BitsPerKey = 16;
    private const int LeastKeys = 64;

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <param name="count">How many keys will be added.</param>
    public KeySet(int count)
    {
        var log = BitOperations.Log2((uint)Math.Max(LeastKeys, count) * BitsPerKey);
        _bits = new ulong[1 << (log - 6)];
        _shift = 64 - log;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<Sighting> sightings)
    {
        foreach (ref readonly var sighting in sightings)
        {
            var bit = Hash(sighting.Spot);
            _bits[bit >> 6] |= 1UL << bit;
        }
    }

    /// <summary>Whether the key before or after may be held; false is certain.</summary>
    public bool MayHoldNeighbour(ulong key) => unchecked(MayHold(key - 1) || MayHold(key + 1));

    private bool MayHold(ulong key) => Hash(key) is var bit && ((_bits[bit >> 6] >> bit) & 1) == 1;

    private int Hash(ulong key) => (int)(unchecked(key * 0x9E37_79B9_7F4A_7C15) >> _shift);
}
