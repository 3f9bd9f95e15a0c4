using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Uploads;
using Matchmaker.Interchange.Files;

namespace Matchmaker.Web.Uploads;

/// <summary>The bytes of an uploaded file, kept in parts that fit a call.</summary>
internal static class UploadContent
{
    private const int PartSize = 512 * 1024;

    public static async Task<Upload> Keep(
        IUploadGrain grain,
        Caller caller,
        Upload upload,
        MemoryStream body,
        CancellationToken cancellation
    )
    {
        var kept = await grain.Begin(caller, upload, cancellation);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        for (var number = 0; number * PartSize < bytes.Length; number++)
        {
            var start = number * PartSize;
            var part = bytes.Slice(start, Math.Min(PartSize, bytes.Length - start));
            await grain.Append(caller, number, part.ToArray(), cancellation);
        }

        return kept;
    }

    public static async Task<MemoryStream> Read(IUploadGrain grain, Caller caller, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        for (var number = 0; ; number++)
        {
            var part = await grain.Read(caller, number, cancellation);
            if (part.Length == 0)
                break;
            body.Write(part);
        }

        body.Position = 0;
        return body;
    }

    public static FileFormat FormatOf(Upload upload) => Enum.Parse<FileFormat>(upload.Format, ignoreCase: true);
}
