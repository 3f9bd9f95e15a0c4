using System.Security.Cryptography;
using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Grains.Witnesses;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Tests.Witnesses;

/// <summary>A cut tail is found by what a witness outside of the database was told.</summary>
public sealed class WitnessTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-witness").FullName;

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, OnBoth]
    public async Task Finds_a_tail_that_was_cut_together_with_its_records(Store store)
    {
        await using var system = await TestSystem.On(store);
        for (var i = 1; i <= 8; i++)
            await system.Grains.Journal().Commit([Some.Write($"r{i}", 0)]);
        string[] lines = [await Line(system, 8)];
        Assert.Empty(await WitnessCheck.Run(system.Database, lines, _key));

        await using (var connection = await system.Database.Open())
            await connection.ExecuteAsync(
                "DELETE FROM journal WHERE sequence > 6; DELETE FROM record WHERE sequence > 6"
            );

        Assert.True((await JournalChain.Verify(system.Database)).IsWhole);
        Assert.StartsWith(
            "entry 8 is missing",
            Assert.Single(await WitnessCheck.Run(system.Database, lines, _key)),
            StringComparison.Ordinal
        );
    }

    [Theory, OnBoth]
    public async Task Finds_a_chain_that_was_computed_anew(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Journal().Commit([Some.Write("a", 0)]);
        string[] lines = [new Testimony("2026-11-29T00:00:00.0000000Z", 1, new string('0', 64)).Line(_key)];
        Assert.StartsWith(
            "entry 1 is another one",
            Assert.Single(await WitnessCheck.Run(system.Database, lines, _key)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Believes_only_lines_that_the_key_signed()
    {
        var said = new Testimony("2026-11-29T00:00:00.0000000Z", 12, new string('a', 64));
        var line = said.Line(_key);
        Assert.Equal(said, Testimony.Read(line, _key));
        Assert.Null(Testimony.Read(line.Replace(" 12 ", " 11 ", StringComparison.Ordinal), _key));
        Assert.Null(Testimony.Read("matchmaker-witness-1", _key));
        Assert.Null(Testimony.Read(line + "!", _key));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Null(Testimony.Read(line, other));
        Assert.Equal("", Testimony.Read(new Testimony("now", 0, "").Line(_key), _key)!.Hash);
    }

    [Theory]
    [InlineData("File", "w.txt", "Matchmaker:Witness:Key")]
    [InlineData("Mail", "nobody", "Matchmaker:Witness:Mail")]
    public void A_wrong_setting_is_named(string setting, string value, string named)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"Matchmaker:Witness:{setting}", value)])
            .Build();
        var wrong = Assert.Throws<SettingException>(() => WitnessSettings.Of(settings));
        Assert.Equal(named, wrong.Setting);
    }

    [Fact]
    public async Task Each_day_gives_one_line()
    {
        var (file, pem) = (Path.Combine(_folder, "w.txt"), Path.Combine(_folder, "key.pem"));
        await File.WriteAllTextAsync(pem, _key.ExportPkcs8PrivateKeyPem());
        await using var system = await TestSystem.On(
            Store.Sqlite,
            settings: [("Matchmaker:Witness:File", file), ("Matchmaker:Witness:Key", pem)]
        );
        await system.Grains.Journal().Commit([Some.Write("a", 0)]);
        await system.Grains.Clock().Tick();
        await system.Grains.Clock().Tick();
        var line = Assert.Single(await File.ReadAllLinesAsync(file));
        Assert.Equal(1, Testimony.Read(line, _key)!.Sequence);
        Assert.Empty(await WitnessCheck.Run(system.Database, [line], _key));
    }

    private async Task<string> Line(TestSystem system, long sequence) =>
        new Testimony(
            "2026-11-29T00:00:00.0000000Z",
            sequence,
            (await JournalChain.HashOf(system.Database, sequence))!
        ).Line(_key);
}
