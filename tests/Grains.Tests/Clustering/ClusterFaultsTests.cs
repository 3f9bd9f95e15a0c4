using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Orleans.Serialization;

namespace Matchmaker.Grains.Tests.Clustering;

/// <summary>Which failures mean: try again later (503), and which mean a fault of the program (500).</summary>
public sealed class ClusterFaultsTests
{
    public static TheoryData<Type> OrleansExceptions =>
        [
            .. new[]
            {
                typeof(OrleansException),
                typeof(IGrainFactory),
                typeof(SerializerException),
                typeof(SiloAddress),
            }
                .Select(type => type.Assembly)
                .Distinct()
                .SelectMany(assembly => assembly.GetExportedTypes())
                .Where(type =>
                    type.IsAssignableTo(typeof(Exception)) && !type.IsAbstract && !type.ContainsGenericParameters
                )
                .OrderBy(type => type.FullName, StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(OrleansExceptions))]
    public void Every_exception_that_Orleans_has_means_try_again(Type type) =>
        Assert.True(ClusterFaults.Is((Exception)RuntimeHelpers.GetUninitializedObject(type)), type.FullName);

    [Fact]
    public void What_a_silo_that_stops_a_database_and_a_network_throw_means_try_again()
    {
        Exception[] faults =
        [
            new StoreException("away"),
            new TimeoutException(),
            new TaskCanceledException(),
            new ObjectDisposedException("catalog"),
            new SocketException((int)SocketError.ConnectionRefused),
            new IOException("no space left on device"),
            new AggregateException(new TimeoutException(), new SocketException(1)),
            new InvalidOperationException("The activation is being deactivated.") { Source = "Orleans.Runtime" },
        ];

        Assert.All(faults, fault => Assert.True(ClusterFaults.Is(fault), fault.GetType().Name));
    }

    [Fact]
    public void A_fault_of_the_program_and_a_refusal_do_not()
    {
        Exception[] others =
        [
            new NotFoundException(),
            new ForbiddenException(),
            new VersionException(),
            new InvalidException(new FieldError("", "required")),
            new InvalidCastException(),
            new InvalidOperationException("Sequence contains no elements"),
            new AggregateException(new TimeoutException(), new InvalidCastException()),
            new AggregateException(),
        ];

        Assert.All(others, other => Assert.False(ClusterFaults.Is(other), other.GetType().Name));
    }
}
