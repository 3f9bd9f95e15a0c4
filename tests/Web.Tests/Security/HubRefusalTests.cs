using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Security;

/// <summary>A hub call that is refused costs one line of the log, whatever its arguments.</summary>
public sealed class HubRefusalTests : IDisposable
{
    private static readonly string[] Methods =
    [
        "Watch",
        "Unwatch",
        "WatchDesk",
        "Look",
        "WatchAssessment",
        "UnwatchAssessment",
        "NoSuchMethod",
    ];

    private static readonly object?[] Arguments =
    [
        null,
        "",
        " ",
        "no-such-thing",
        "\0",
        "\ud800",
        "\uffff",
        new string('x', 5000),
        7,
        -1.5,
        true,
        new[] { "a" },
        new { a = 1 },
        "9223372036854775808",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-hub").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_argument_and_no_message_makes_the_hub_print_a_stack_trace()
    {
        await using var web = await WebProcess
            .Run($"Data Source={Path.Combine(_folder, "hub.db")}", ["--sample", "5", "--no-history"])
            .Ready();
        var token = await Token(web, "firm@sample");
        await using (var connection = await Connect(web, token))
        {
            foreach (var method in Methods)
            {
                foreach (var argument in Arguments)
                {
                    await Refused(connection, method, [argument]);
                    await Refused(connection, method, [argument, argument]);
                }

                await Refused(connection, method, []);
            }

            // The connection survived all of them.
            await connection.InvokeAsync("Unwatch", "d1", TestContext.Current.CancellationToken);
        }

        await using var closed = await Connect(web, token);
        await Refused(closed, "Watch", [new string('x', 100_000), null]);

        await Eventually.Until(
            "the refusals are logged",
            () =>
                web.Lines.Any(line => line.Contains("refused Watch: notFound", StringComparison.Ordinal))
                && web.Lines.Any(line => line.Contains("refused message", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            web.Lines,
            line =>
                line.Contains("fail: ", StringComparison.Ordinal)
                || line.Contains("Exception", StringComparison.Ordinal)
                || line.Contains("   at ", StringComparison.Ordinal)
        );
    }

    private static async Task Refused(HubConnection connection, string method, object?[] arguments)
    {
        try
        {
            await connection.InvokeCoreAsync(method, typeof(object), arguments, TestContext.Current.CancellationToken);
        }
        catch (Exception refusal) when (refusal is HubException or OperationCanceledException or IOException)
        {
            // Refused, or the connection was closed.
        }
    }

    private static async Task<HubConnection> Connect(WebProcess web, string token)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(
                new Uri(web.Address, "/live"),
                options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)
            )
            .Build();
        await connection.StartAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task<string> Token(WebProcess web, string email)
    {
        using var http = new HttpClient { BaseAddress = web.Address };
        var body = $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}""";
        return (string)(await http.Send("POST", "/api/sign-in?token=true", body).Json())["accessToken"]!;
    }
}
