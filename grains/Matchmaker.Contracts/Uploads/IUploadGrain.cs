using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Uploads;

/// <summary>
/// One uploaded file and its import. Only the account that uploaded it sees it, for one day. Key: the upload's id.
/// </summary>
[Alias("upload")]
public interface IUploadGrain : IGrainWithStringKey
{
    /// <summary>
    /// Keeps the file's description; its parts follow. An account keeps at most ten files: the oldest that is not being
    /// imported gives way.
    /// </summary>
    [Alias("begin"), ResponseTimeout(Patience.Once)]
    Task<Upload> Begin(Caller caller, Upload upload, CancellationToken cancellation = default);

    /// <summary>Keeps one part of the file, at most 1 MB.</summary>
    /// <param name="number">From 0, without gaps.</param>
    /// <exception cref="NotFoundException">There is none, or it is another account's.</exception>
    [Alias("append"), ResponseTimeout(Patience.Once)]
    Task Append(Caller caller, int number, byte[] content, CancellationToken cancellation = default);

    /// <exception cref="NotFoundException">There is none, or it is another account's.</exception>
    [Alias("get"), Repeatable]
    Task<Upload> Get(Caller caller, CancellationToken cancellation = default);

    /// <returns>Empty: the file has fewer parts.</returns>
    /// <exception cref="NotFoundException">There is none, or it is another account's.</exception>
    [Alias("read"), Repeatable]
    Task<byte[]> Read(Caller caller, int number, CancellationToken cancellation = default);

    /// <summary>Begins an import; or goes on with one, where <paramref name="job"/> has its progress.</summary>
    /// <returns>The mark of this run: reports of an earlier one are refused.</returns>
    /// <exception cref="NotFoundException">There is none, or it is another account's.</exception>
    /// <exception cref="ConflictException">An import of the file is running.</exception>
    [Alias("start"), ResponseTimeout(Patience.Once)]
    Task<string> Start(Caller caller, UploadJob job, CancellationToken cancellation = default);

    /// <summary>Keeps how far the import is; reported each second or so while it runs.</summary>
    /// <returns>Whether to go on; false: a person stopped it, or another run took over.</returns>
    [Alias("report"), ResponseTimeout(Patience.Once)]
    Task<bool> Report(Caller caller, string run, UploadJob job, CancellationToken cancellation = default);

    /// <summary>Stops a running import at the end of a row; deletes a file that is not being imported.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another account's.</exception>
    [Alias("stop"), ResponseTimeout(Patience.Once)]
    Task Stop(Caller caller, CancellationToken cancellation = default);
}

/// <summary>What is kept of an uploaded file, beside its content.</summary>
/// <param name="Id">The upload's id.</param>
/// <param name="Name">The file's name; null: not stated.</param>
/// <param name="Format"><c>csv</c>, <c>xlsx</c> or <c>geojson</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Found">What was found in the file, as the route answers it.</param>
/// <param name="ExpiresAt">When the file is deleted.</param>
/// <param name="Job">Its last import; null: none yet.</param>
[GenerateSerializer, Immutable]
public sealed record Upload(
    string Id,
    string? Name,
    string Format,
    long Size,
    string Found,
    DateTimeOffset ExpiresAt,
    UploadJob? Job = null
);

/// <summary>An import of an uploaded file.</summary>
/// <param name="Plan">What the person asked for, as the route took it.</param>
/// <param name="Language">The language of the report.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rows">The rows of the file; 0: not read yet.</param>
/// <param name="Done">The rows that are done.</param>
/// <param name="Checkpoint">What a further run needs to go on; null: nothing is done.</param>
/// <param name="Report">What it did so far, as the route answers it; null: nothing yet.</param>
[GenerateSerializer, Immutable]
public sealed record UploadJob(
    string Plan,
    string Language,
    UploadState State,
    int Rows = 0,
    int Done = 0,
    string? Checkpoint = null,
    string? Report = null
);

/// <summary>Where an import of an uploaded file stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadState>))]
public enum UploadState
{
    /// <summary>Rows are being imported.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>A person stopped it; it can go on.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Its host ended; it can go on.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    /// <summary>Every row is done.</summary>
    [JsonStringEnumMemberName("done")]
    Done,
}
