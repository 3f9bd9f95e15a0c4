using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Uploads;

/// <summary>
/// How columns of files were matched by hand, remembered for the next file with the same columns: by the office, and by
/// each party. Key: 0; holds no state.
/// </summary>
[Alias("column-matches")]
public interface IColumnMatchesGrain : IGrainWithIntegerKey
{
    /// <param name="names">The file's columns, in its order.</param>
    /// <returns>What <see cref="Keep"/> kept last; null: nothing.</returns>
    [Alias("find"), Repeatable]
    Task<string?> Find(Caller caller, string[] names, CancellationToken cancellation = default);

    /// <summary>Keeps a matching; the one before is forgotten.</summary>
    [Alias("keep"), Repeatable]
    Task Keep(Caller caller, string[] names, string matching, CancellationToken cancellation = default);
}
