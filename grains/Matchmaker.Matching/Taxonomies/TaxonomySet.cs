using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Taxonomies;

/// <summary>All taxonomies, and the attributes that take their codes. Immutable: an edit makes a new set.</summary>
public sealed class TaxonomySet
{
    // Fields of research take research codes and strategic industries alike.
    private static readonly ImmutableDictionary<(string Board, string Attribute), string[]> ByAttribute =
        new Dictionary<(string, string), string[]>
        {
            [("partners", "capabilities")] = ["capabilities"],
            [("partners", "materials")] = ["materials"],
            [("partners", "certifications")] = ["certifications"],
            [("partners", "industries")] = ["industries"],
            [("research", "fields")] = ["research", "industries"],
            [("research", "technologies")] = ["capabilities"],
            [("research", "equipment")] = ["equipment"],
            [("opportunities", "needs")] = ["capabilities"],
            [("opportunities", "certifications")] = ["certifications"],
        }.ToImmutableDictionary();

    private readonly ImmutableDictionary<string, Taxonomy> _byId;

    private TaxonomySet(ImmutableArray<Taxonomy> all)
    {
        All = all;
        _byId = all.ToImmutableDictionary(taxonomy => taxonomy.Id, StringComparer.Ordinal);
    }

    /// <summary>The taxonomies as shipped, before any edits.</summary>
    public static TaxonomySet BuiltIn { get; } =
        new([
            .. new[] { "capabilities", "materials", "certifications", "industries", "research", "equipment" }.Select(
                id => new Taxonomy(id, Read(id))
            ),
        ]);

    public ImmutableArray<Taxonomy> All { get; }

    /// <summary>The taxonomy with that id; null: unknown.</summary>
    public Taxonomy? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A set with one taxonomy replaced.</summary>
    public TaxonomySet With(Taxonomy next) =>
        new([.. All.Select(taxonomy => taxonomy.Id == next.Id ? next : taxonomy)]);

    /// <summary>
    /// A set with these terms of one taxonomy; the same object if they are the ones that it has, because names are
    /// indexed once for each set.
    /// </summary>
    public TaxonomySet WithTerms(string id, ImmutableArray<Term> terms) =>
        Find(id)!.Terms.SequenceEqual(terms) ? this : With(new(id, terms));

    /// <summary>The taxonomies from which a tags attribute takes its codes; empty: none.</summary>
    public IEnumerable<Taxonomy> Of(string board, string attribute) =>
        ByAttribute.GetValueOrDefault((board, attribute), []).Select(id => _byId[id]);

    /// <summary>The attributes that take codes of a taxonomy.</summary>
    public static IEnumerable<(string Board, string Attribute)> AttributesOf(string taxonomy) =>
        ByAttribute.Where(pair => pair.Value.Contains(taxonomy)).Select(pair => pair.Key).Order();

    /// <summary>The current code of a tag on that attribute.</summary>
    public string Current(string board, string attribute, string code) =>
        Of(board, attribute).Aggregate(code, (current, taxonomy) => taxonomy.Current(current));

    private static ImmutableArray<Term> Read(string id) =>
        [
            .. Csv.Embedded($"Taxonomies.{id}.csv")
                .Select(row => new Term
                {
                    Code = row["code"],
                    Label = new(row["en"], row["zh_hant"], row["zh_hans"]),
                    Synonyms = Cells.List(row["synonyms"]),
                    Industries = Cells.List(row["industries"]),
                }),
        ];
}
