using System.Reflection;
using Matchmaker.Grains.Storage;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(EndOfSharedPostgres))]

namespace Matchmaker.Grains.Tests.Setup;

/// <summary>The two databases that everything must run on.</summary>
public enum Store
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory once on each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new([new TheoryDataRow<Store>(Store.Sqlite), new TheoryDataRow<Store>(Store.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A new, empty database of either kind, which outlives the processes and silos that open it.</summary>
internal sealed class Place : IDisposable
{
    private readonly string? _folder;

    private Place(string setting, string? folder)
    {
        Setting = setting;
        _folder = folder;
    }

    /// <summary>What the setting <c>Matchmaker:Database</c> is to say.</summary>
    public string Setting { get; }

    public static async Task<Place> On(Store store)
    {
        if (store is Store.Postgres)
            return new(await SharedPostgres.NewDatabase(), null);
        var folder = Directory.CreateTempSubdirectory("mm-sqlite-").FullName;
        return new($"Data Source={Path.Combine(folder, "test.db")}", folder);
    }

    /// <summary>A database that somebody else made and takes away.</summary>
    public static Place At(string setting) => new(setting, null);

    public Task<Database> Start() => Database.Start(Setting);

    public void Dispose()
    {
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
