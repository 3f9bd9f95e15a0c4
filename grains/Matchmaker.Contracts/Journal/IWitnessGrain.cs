namespace Matchmaker.Contracts.Journal;

/// <summary>
/// Tells somebody outside of the database once a day where the journal ends, so that a cut tail is noticed even where
/// the records were cut with it. Key: 0.
/// </summary>
[Alias("witness")]
public interface IWitnessGrain : IGrainWithIntegerKey
{
    /// <summary>Gives today's statement, unless it was given or nobody is to have it.</summary>
    [Alias("testify"), ResponseTimeout(Patience.Once)]
    Task Testify();
}
