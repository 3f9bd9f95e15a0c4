namespace Matchmaker.Contracts.Records;

/// <summary>What is done where a record may be missing.</summary>
public static class Lookups
{
    /// <summary>The record that is asked for; null: there is none, the caller may not see it, or its id is none.
    /// </summary>
    public static async Task<T?> OrNull<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
