using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Uploads;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Uploads;

/// <summary>Keeps a file for a day, and what its import did, so that both outlive the host that runs it.</summary>
internal sealed class UploadGrain(Database database, TimeProvider time) : Grain, IUploadGrain
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    // A run reports each second or so; a host that is silent for so long has ended.
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(30);

    // One process alone holds an SQLite file: what another one began has ended with it.
    private static readonly string Process = RecordIds.New();

    private readonly UploadRepository _uploads = new(database);
    private StoredUpload? _stored;

    private string Key => this.GetPrimaryKeyString();

    public async Task<Upload> Begin(Caller caller, Upload upload, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        _stored = new(Key, AccountOf(caller), upload with { Id = Key, ExpiresAt = now + Kept }, "", now);
        await _uploads.Insert(_stored);
        return _stored.Upload;
    }

    public async Task Append(Caller caller, int number, byte[] content, CancellationToken cancellation = default)
    {
        await Load(caller);
        await _uploads.Append(Key, number, content);
    }

    public async Task<Upload> Get(Caller caller, CancellationToken cancellation = default)
    {
        var stored = await Load(caller);
        var isOver =
            time.GetUtcNow() - stored.ReportedAt > MaxSilence || (database.IsSqlite && stored.Process != Process);
        return stored.Upload.Job is { State: UploadState.Running } job && isOver
            ? stored.Upload with
            {
                Job = job with { State = UploadState.Interrupted },
            }
            : stored.Upload;
    }

    public async Task<byte[]> Read(Caller caller, int number, CancellationToken cancellation = default)
    {
        await Load(caller);
        return await _uploads.Read(Key, number);
    }

    public async Task<string> Start(Caller caller, UploadJob job, CancellationToken cancellation = default)
    {
        if ((await Get(caller, cancellation)).Job is { State: UploadState.Running })
            throw new ConflictException(new("", "importRunning"));
        var run = RecordIds.New();
        await Save(_stored! with { Run = run, Process = Process, Upload = _stored.Upload with { Job = job } });
        return run;
    }

    public async Task<bool> Report(Caller caller, string run, UploadJob job, CancellationToken cancellation = default)
    {
        var stored = await Load(caller);
        if (stored.Run != run)
            return false;
        // A person may have stopped it meanwhile; what was done until then is kept all the same.
        var isStopped = stored.Upload.Job?.State == UploadState.Stopped;
        var state = isStopped && job.State == UploadState.Running ? UploadState.Stopped : job.State;
        await Save(stored with { Upload = stored.Upload with { Job = job with { State = state } } });
        return !isStopped;
    }

    public async Task Stop(Caller caller, CancellationToken cancellation = default)
    {
        if ((await Get(caller, cancellation)).Job is { State: UploadState.Running } job)
        {
            await Save(
                _stored! with
                {
                    Upload = _stored.Upload with { Job = job with { State = UploadState.Stopped } },
                }
            );
            return;
        }

        await _uploads.Delete(Key);
        _stored = null;
    }

    private async Task<StoredUpload> Load(Caller caller)
    {
        _stored ??= await _uploads.Find(Key);
        if (_stored is null || _stored.Account != AccountOf(caller))
            throw new NotFoundException();
        return _stored.Upload.ExpiresAt > time.GetUtcNow() ? _stored : throw new NotFoundException();
    }

    private async Task Save(StoredUpload next)
    {
        next = next with { ReportedAt = time.GetUtcNow() };
        await _uploads.Update(next);
        _stored = next;
    }

    private static string AccountOf(Caller caller) => caller.Email ?? throw new NotFoundException();
}
