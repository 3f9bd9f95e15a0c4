using Matchmaker.Contracts;
using Matchmaker.Grains.Accounts;
using Matchmaker.Silo.Sample.Firms;
using Microsoft.Extensions.Hosting;

namespace Matchmaker.Silo.Sample;

/// <summary>Fills an empty database at a start with <c>--sample</c>, before the first request.</summary>
internal sealed class SampleStart(IGrainFactory grains, TimeProvider time, SampleChoice choice) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await new SampleFill(grains, time).Run(choice.Spaces, cancellationToken))
            throw new SettingException(
                "--sample",
                "the database holds other data; name another one with Matchmaker:Database"
            );
        await SampleAccounts.Set(grains, SampleEnterprises.First, SampleFirms.First, SampleOwners.First);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
