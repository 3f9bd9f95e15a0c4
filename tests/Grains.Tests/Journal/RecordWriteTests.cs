using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Matching.Values;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Matchmaker.Grains.Tests.Journal;

public sealed class RecordWriteTests
{
    private static readonly Visibility Visibility = new(RecordKind.Firm, PartyId.Firm("f1"), true);

    public static TheoryData<RecordWrite> Cases { get; } =
    [
        new RecordWrite.Put("firm", "f1", 3, "a@b", "{}", Visibility, "works", new PointValue(22.3, 114.1), "firms/f2"),
        new RecordWrite.Delete("firm", "f1", 3, "a@b", Visibility),
        new RecordWrite.Touch("firm", "f1", 3, "a@b", Visibility),
        new RecordWrite.Guard("firm", "f1", 3),
    ];

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Every_case_crosses_process_borders_whole(RecordWrite write)
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();

        var read = serializer.Deserialize<RecordWrite>(serializer.SerializeToArray(write));

        Assert.Equal(write, read);
    }
}
