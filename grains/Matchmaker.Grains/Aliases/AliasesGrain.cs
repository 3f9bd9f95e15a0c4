using System.Collections.Immutable;
using System.Security.Cryptography;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Aliases;

/// <summary>The names under which each other party knows one party, kept as one record.</summary>
internal sealed class AliasesGrain(Database database) : Grain, IAliasesGrain
{
    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);

    public async Task<LocalText> For(PartyId counterpart)
    {
        var key = this.GetPrimaryKeyString();
        var row = await _rows.Find(RecordKind.Alias, key);
        var book = row?.Body is { } body ? RecordJson.Read<AliasBook>(body) : new();
        if (book.Aliases.TryGetValue(counterpart.ToString(), out var known))
            return known;

        var party = PartyId.Parse(key) ?? throw new NotFoundException();
        var facts = await _sources.Party(party) ?? throw new NotFoundException();
        var alias = AliasRules.Pick(await Names(facts), [.. book.Aliases.Values], RandomNumberGenerator.GetInt32);
        var next = book with { Aliases = book.Aliases.SetItem(counterpart.ToString(), alias) };
        await GrainFactory.Commit([
            new RecordWrite.Put(
                RecordKind.Alias,
                key,
                row?.Version ?? 0,
                Caller.System.Email!,
                RecordJson.Write(next),
                new(RecordKind.Alias, party, false, facts.Row.Visibility.Cleared)
            ),
            facts.Guard,
        ]);
        return alias;
    }

    // The party's names, its brands and people, and where its people write from.
    private async Task<IEnumerable<string>> Names(PartyFacts facts) =>
        [.. facts.Name?.All ?? [], .. facts.Enterprise?.Brands ?? [], .. await NamesOfPeople(facts.Party)];

    // Their addresses and, where they stated them, their names.
    private async Task<IEnumerable<string>> NamesOfPeople(PartyId party) =>
        (await _sources.Accounts(party)).SelectMany(account =>
            account.Name is { } name ? [account.Id, name] : new[] { account.Id }
        );
}

/// <summary>By counterpart, such as <c>firms/f1</c>.</summary>
internal sealed record AliasBook : Record
{
    public ImmutableSortedDictionary<string, LocalText> Aliases { get; init; } =
        ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal);
}
