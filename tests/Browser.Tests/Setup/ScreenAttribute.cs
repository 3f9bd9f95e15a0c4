using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Matchmaker.Browser.Tests.Setup;

/// <summary>
/// A language and a width on which a story is told, and what else it takes. A run tells each story on one of its
/// screens: its name decides which, so that all of them come up among the stories. MATCHMAKER_FULL=1 tells each story
/// on all of its screens.
/// </summary>
/// <param name="row">The arguments of the test.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScreenAttribute(params object[] row) : DataAttribute
{
    private readonly object[] _row = row;

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(IsTold(testMethod) ? [new TheoryDataRow(_row)] : []);

    private bool IsTold(MethodInfo story)
    {
        var screens = story.GetCustomAttributes<ScreenAttribute>().ToList();
        return LongRun.IsOn || screens[story.Name.Sum(sign => sign) % screens.Count]._row.SequenceEqual(_row);
    }
}
