using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Grains.Gates;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Grains.Shortlists;

/// <summary>One table of rules or list of codes. Exactly one property is set.</summary>
internal sealed record KeptRule : Record
{
    public ImmutableArray<GateRow>? Gates { get; init; }

    public ImmutableArray<Term>? Terms { get; init; }
}

/// <summary>The rules and codes that decide the matches of some boards.</summary>
/// <param name="Used">Which they are, each with the hash of its content.</param>
/// <param name="Contents">Their contents by hash.</param>
internal sealed record RulesInForce(
    GateTable Gates,
    TaxonomySet Taxonomies,
    ImmutableArray<SheetRule> Used,
    ImmutableDictionary<string, KeptRule> Contents
)
{
    public const string GatesKind = "gates";
    public const string TaxonomyKind = "taxonomy";

    public static RulesInForce None { get; } =
        new(new([]), TaxonomySet.BuiltIn, [], ImmutableDictionary<string, KeptRule>.Empty);

    public RulesInForce With(string kind, string id, long version, KeptRule content)
    {
        var hash = CanonicalJson.Hash(content);
        return this with
        {
            Gates = content.Gates is { } rows ? new(rows) : Gates,
            Taxonomies = content.Terms is { } terms ? Taxonomies.WithTerms(id, terms) : Taxonomies,
            Used = Used.Add(new(kind, id, version, hash)),
            Contents = Contents.SetItem(hash, content),
        };
    }
}

/// <summary>
/// Keeps the content of each rule that a sheet used, once, under its hash: what is shipped changes with a release,
/// which the journal does not tell.
/// </summary>
internal sealed class RuleBook(Database database, PublishedGates gates, IGrainFactory grains)
{
    private readonly RecordRepository _rows = new(database);

    /// <summary>What decides on these boards now, on that day.</summary>
    public async Task<RulesInForce> Now(IEnumerable<Board> boards, DateOnly day, CancellationToken cancellation)
    {
        var rules = RulesInForce.None;
        var known = boards.Distinct().ToList();
        if (known.Contains(BoardTable.Sites))
        {
            var version = (await gates.Now(cancellation)).On(day);
            rules = rules.With(
                RulesInForce.GatesKind,
                RulesInForce.GatesKind,
                version.Number,
                new() { Gates = version.Rows }
            );
        }

        var taxonomies = known
            .SelectMany(board =>
                board.Attributes.SelectMany(attribute => TaxonomySet.BuiltIn.Of(board.Code, attribute.Code))
            )
            .Select(taxonomy => taxonomy.Id)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        foreach (var id in taxonomies)
        {
            var row = await _rows.Find(RecordKind.Taxonomy, id, cancellation);
            rules = rules.With(
                RulesInForce.TaxonomyKind,
                id,
                row?.Version ?? 0,
                new()
                {
                    Terms = row?.Body is { } body
                        ? RecordJson.Read<TaxonomyRevision>(body).Terms
                        : TaxonomySet.BuiltIn.Find(id)!.Terms,
                }
            );
        }

        return rules;
    }

    /// <summary>What decided then.</summary>
    public async Task<RulesInForce> Then(ImmutableArray<SheetRule> used, CancellationToken cancellation)
    {
        var rules = RulesInForce.None;
        foreach (var rule in used)
        {
            // A rule that is lost makes the replay another one, which says so.
            var row = await _rows.Find(RecordKind.Rule, rule.Hash, cancellation);
            rules = rules.With(
                rule.Kind,
                rule.Id,
                rule.Version,
                row?.Body is { } body ? RecordJson.Read<KeptRule>(body) : new()
            );
        }

        return rules;
    }

    /// <summary>Keeps what is not kept yet.</summary>
    public async Task Keep(RulesInForce rules)
    {
        foreach (var (hash, content) in rules.Contents)
        {
            if (await _rows.Find(RecordKind.Rule, hash) is not null)
                continue;
            try
            {
                await grains.Commit([
                    new RecordWrite.Put(
                        RecordKind.Rule,
                        hash,
                        0,
                        Caller.System.Email!,
                        RecordJson.Write(content),
                        new(RecordKind.Rule, null, false)
                    ),
                ]);
            }
            catch (VersionException)
            {
                // Another shortlist kept the same at the same moment.
            }
        }
    }
}
