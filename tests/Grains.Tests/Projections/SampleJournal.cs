using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Tests.Introductions;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Projections;

/// <summary>A journal with records of every kind that a projection follows.</summary>
public sealed class SampleJournal : IAsyncLifetime
{
    private TestSystem _system = null!;

    /// <summary>The journal's last sequence.</summary>
    public long End { get; private set; }

    internal JournalReader Reader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await TestSystem.On(Store.Sqlite);
        var (cast, grains) = (await Cast.Set(_system), _system.Grains);
        await cast.Space("s2");
        await grains.Firm("f1").Put(Some.Officer, Some.Firm(), null, true);
        await grains.Centre("c1").Put(Some.Officer, new Centre { Public = true }, null, true);
        await grains.Opportunity(Some.Id(1)).Put(cast.Seeker, Some.Need(), null, false);
        await grains.Applicant(PartyId.Enterprise("e1")).Put(cast.Seeker, new() { Facts = new() }, null, true);
        await grains.Applicant(PartyId.Firm("f1")).Put(Some.Officer, new() { Facts = new() }, null, true);
        foreach (var board in new[] { "partners", "research" })
            await grains.Demand($"d-{board}").Put(cast.Seeker, Some.Seeks(board), null, true);
        await cast.Agreed();
        await grains.Leads().PutAside(Some.Officer, "d-partners", "f1", null, "Too small");
        await grains.Enterprise(Some.Id(2)).Put(Some.Officer, Some.Enterprise(), null, false);
        await grains.Enterprise(Some.Id(2)).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);
        await grains.Firm("f1").Delete(Some.Officer, 1);
        Reader = new(_system.Database);
        End = await Reader.LastSequence(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    /// <summary>The sequences of all entries of some kinds.</summary>
    internal async Task<IEnumerable<long>> Sequences(IEnumerable<string> kinds) =>
        (await Reader.ChangesAfter(0, int.MaxValue, kinds, CancellationToken.None)).Entries.Select(entry =>
            entry.Sequence
        );
}
