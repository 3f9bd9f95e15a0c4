using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Journal;

namespace Matchmaker.Grains.Records;

/// <summary>How grains write.</summary>
internal static class JournalCalls
{
    /// <summary>Writes all of these or none, once, also where the journal's silo dies before it can answer.</summary>
    /// <inheritdoc cref="IJournalGrain.Commit"/>
    public static async Task<long> Commit(
        this IGrainFactory grains,
        ImmutableArray<RecordWrite> writes,
        bool again = false
    )
    {
        try
        {
            return await grains.Journal().Commit(writes, again);
        }
        catch (SiloUnavailableException)
        {
            return await grains.Journal().Commit(writes, again: true);
        }
    }
}
