using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaker.Web.Load;

/// <summary>
/// Waits for clients before and after the work, never during it: a body is read before a permit is taken, and an answer
/// is sent after the permit was given back. Both end after a time limit.
/// </summary>
internal sealed class ClientTime
{
    private const int BodyInMemory = 16 * 1024;
    private const int AnswerInMemory = 1024 * 1024;
    private const int CrowdedAnswerInMemory = 32 * 1024;
    private const int Crowd = 64;
    private const int SlowestBytesPerSecond = 16 * 1024;

    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FileTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(20);

    private readonly ClientWaits _bodies = new(own: 256, network: 4_096, share: 8_192);
    private readonly ClientWaits _uploads = new(own: 16, network: 4, share: 64);
    private readonly ClientWaits _answers = new(own: 64, network: 256, share: 1_024);
    private readonly ClientWaits _downloads = new(own: 4, network: 4, share: 32);

    /// <summary>
    /// Whether the request must wait until its caller has read earlier files: else somebody who does not read them
    /// would have new ones made without end.
    /// </summary>
    public bool OwesReading(HttpContext context) =>
        WorkQueues.Of(context) is WorkQueue.Export && _downloads.IsFull(LoadCaller.Of(context));

    /// <summary>Reads the body as a whole.</summary>
    /// <exception cref="BadHttpRequestException">It did not arrive in time (408), or is not framed well.</exception>
    public async Task Receive(HttpContext context)
    {
        var (queue, caller) = (WorkQueues.Of(context), LoadCaller.Of(context));
        var isUpload = queue is WorkQueue.Import;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
            return;
        context.Request.EnableBuffering(BodyInMemory, long.MaxValue);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var arriving = context.Request.Body.DrainAsync(time.Token);
        if (!arriving.IsCompletedSuccessfully)
        {
            using var wait = (isUpload ? _uploads : _bodies).Enter(caller, context.Abort);
            time.CancelAfter(isUpload ? FileTime : BodyTime);
            try
            {
                await arriving;
            }
            catch (OperationCanceledException late) when (!context.RequestAborted.IsCancellationRequested)
            {
                context.Response.Headers.Connection = "close";
                throw new BadHttpRequestException(
                    "The body did not arrive in time.",
                    StatusCodes.Status408RequestTimeout,
                    late
                );
            }
        }

        context.Request.Body.Position = 0;
    }

    /// <summary>Does the work, then sends its answer.</summary>
    public async Task Answer(HttpContext context, RequestDelegate work)
    {
        var sent = context.Features.Get<IHttpResponseBodyFeature>()!;
        await using var spool = new AnswerSpool(_answers.Count < Crowd ? AnswerInMemory : CrowdedAnswerInMemory);
        context.Response.Body = spool;
        try
        {
            await work(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(sent);
        }

        if (spool.Length > 0)
            await Send(context, spool);
    }

    private async Task Send(HttpContext context, AnswerSpool spool)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var sending = spool.Send(context.Response.Body, time.Token);
        if (sending.IsCompletedSuccessfully)
            return;
        var isDownload = spool.IsFile && WorkQueues.Of(context) is WorkQueue.Export;
        using var wait = (isDownload ? _downloads : _answers).Enter(LoadCaller.Of(context), context.Abort);
        time.CancelAfter(AnswerTime + TimeSpan.FromSeconds(spool.Length / SlowestBytesPerSecond));
        try
        {
            await sending;
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }
}
