using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts;

/// <summary>
/// How long a caller waits for a grain. A call that is repeated when in doubt waits as the host's settings say: a short
/// while, then it is sent again. A call that must not be repeated has one try, so it waits for as long as a database or
/// a silo takes to come back.
/// </summary>
public static class Patience
{
    /// <summary>
    /// The response timeout of every method without <see cref="RepeatableAttribute"/>, as <see cref="TimeSpan"/> reads
    /// it: longer than a silo waits for the database, so that the answer of the one try is heard.
    /// </summary>
    public const string Once = "00:00:10";
}
