using Matchmaker.Contracts.Uploads;
using Matchmaker.Grains.Storage;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Uploads;

/// <summary>Deletes files by the clock, so that none outlives its day because nobody uploads another.</summary>
[StatelessWorker]
internal sealed class UploadsGrain(Database database, TimeProvider time) : Grain, IUploadsGrain
{
    private readonly UploadRepository _uploads = new(database);

    public Task Purge() => _uploads.Purge(time.GetUtcNow());
}
