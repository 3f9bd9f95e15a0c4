namespace Matchmaker.Matching;

/// <summary>Up to 1 024 profiles of a catalogue. Never changed once a catalogue holds it.</summary>
internal sealed class Block
{
    public const int Size = 1024;

    private readonly Profile[] _profiles;

    public Block()
        : this(new Profile[Size], 0)
    {
    }

    private Block(Profile[] profiles, int count)
    {
        _profiles = profiles;
        Count = count;
    }

    public int Count { get; private set; }

    public ReadOnlySpan<Profile> Profiles => _profiles.AsSpan(0, Count);

    /// <summary>A block of the same rows that its maker may change until it is handed over.</summary>
    public Block Copy() => new([.. _profiles], Count);

    /// <summary>Puts a profile in a row of the block, or in the next one.</summary>
    public void Put(int row, Profile profile)
    {
        _profiles[row] = profile;
        Count = Math.Max(Count, row + 1);
    }

    /// <summary>Drops the last row.</summary>
    public void RemoveLast() => _profiles[--Count] = null!;
}
