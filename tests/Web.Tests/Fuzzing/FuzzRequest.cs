using System.Text;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>One request as it goes over the wire.</summary>
internal sealed record FuzzRequest(
    FuzzRoute Route,
    string Who,
    string Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[]? Body,
    string? ContentType
)
{
    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(new(Route.Method), Target);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    public override string ToString() =>
        $"{Who} {Route.Method} {Shown(Target)} [{string.Join(", ", Headers.Select(header => $"{header.Name}: {Shown(header.Value)}"))}] {ContentType} {Shown(Body is null ? "" : Encoding.UTF8.GetString(Body))}";

    private static string Shown(string text) => text.Length > 700 ? $"{text[..700]}… ({text.Length})" : text;
}
