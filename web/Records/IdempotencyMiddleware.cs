using System.Security.Cryptography;
using System.Text;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Microsoft.AspNetCore.DataProtection;

namespace Matchmaker.Web.Records;

/// <summary><c>Idempotency-Key</c>: a repeated POST gets the response of the first.</summary>
internal static class IdempotencyMiddleware
{
    private const string Header = "Idempotency-Key";
    private const int MaxKeyLength = 200;

    public static void UseIdempotencyKeys(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var key = context.Request.Headers[Header].ToString();
                if (
                    !HttpMethods.IsPost(context.Request.Method)
                    || !context.Request.Headers.ContainsKey(Header)
                    || context.User.Identity?.IsAuthenticated != true
                    || context.Request.Path.StartsWithSegments("/api/imports")
                )
                {
                    await next(context);
                    return;
                }

                if (key.Length is 0 or > MaxKeyLength || key.Any(c => c is < ' ' or > '~'))
                    throw new InvalidException(new FieldError(Header, "notAKey", $"{MaxKeyLength}"));
                await Once(context, next, key);
            }
        );

    private static async Task Once(HttpContext context, RequestDelegate next, string key)
    {
        var grains = context.RequestServices.GetRequiredService<IGrainFactory>();
        NewId.SetFromKey(context, await grains.KeyRing().Secret("idempotency"), key);
        context.Request.EnableBuffering();
        var fingerprint = Convert.ToHexStringLower(
            await SHA256.HashDataAsync(context.Request.Body, context.RequestAborted)
        );
        context.Request.Body.Position = 0;
        var repeat = grains.Repeat(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NewId.Name(context, key))))
        );
        var protector = context
            .RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("repeats");
        if (await repeat.Begin(fingerprint, context.RequestAborted) is { } early)
            await Send(context.Response, early, protector);
        else
            await Work(context, next, repeat, fingerprint, protector);
    }

    private static async Task Work(
        HttpContext context,
        RequestDelegate next,
        IIdempotencyGrain repeat,
        string fingerprint,
        IDataProtector protector
    )
    {
        var (sent, body) = (context.Response.Body, new MemoryStream());
        context.Response.Body = body;
        var isStored = false;
        try
        {
            await next(context);
            isStored = context.Response.StatusCode < 400;
        }
        finally
        {
            context.Response.Body = sent;
            if (!isStored)
                await repeat.Release();
        }

        if (isStored)
            await repeat.Store(fingerprint, Kept(context.Response, body, protector));
        // A response without content, such as 204, allows no write at all.
        if (body.Length > 0)
            await sent.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    private static StoredAnswer Kept(HttpResponse response, MemoryStream body, IDataProtector protector) =>
        new(
            response.StatusCode,
            response.ContentType,
            Text(response.Headers.ContentLanguage),
            Text(response.Headers.Location),
            Text(response.Headers.ETag),
            Convert.ToBase64String(protector.Protect(body.ToArray()))
        );

    private static async Task Send(HttpResponse response, StoredAnswer answer, IDataProtector protector)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        if (answer.ETag is not null)
            response.Headers.ETag = answer.ETag;
        var body = protector.Unprotect(Convert.FromBase64String(answer.Body));
        if (body.Length > 0)
            await response.Body.WriteAsync(body);
    }

    private static string? Text(Microsoft.Extensions.Primitives.StringValues header) =>
        header.Count == 0 ? null : header.ToString();
}
