using Matchmaker.Grains.Tests.Journal;
using Xunit.MicrosoftTestingPlatform;

namespace Matchmaker.Grains.Tests.Setup;

/// <summary>Runs the tests, or, as a test's own child, the load that gets killed.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is [WriteLoad.Word, var setting]
            ? WriteLoad.Run(setting)
            : TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
