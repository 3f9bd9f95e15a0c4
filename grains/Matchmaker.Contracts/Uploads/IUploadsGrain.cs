using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Uploads;

/// <summary>The uploaded files of all accounts. Key: 0; holds no state.</summary>
[Alias("uploads")]
public interface IUploadsGrain : IGrainWithIntegerKey
{
    /// <summary>Deletes every file whose day is over.</summary>
    [Alias("purge"), Repeatable]
    Task Purge();
}
