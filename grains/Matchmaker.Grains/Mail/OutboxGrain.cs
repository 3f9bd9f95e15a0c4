using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>Letters wait here; what sends them comes with the mail server's settings.</summary>
internal sealed class OutboxGrain : Grain, IOutboxGrain
{
    public Task Wake() => Task.CompletedTask;

    public Task<Page<ShownLetter>> List(Caller caller, string? after, int limit, CancellationToken cancellation = default) =>
        Task.FromResult(new Page<ShownLetter>([], null));
}
