using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Taxonomies;

/// <summary>All taxonomies together, and which attributes of the boards take their codes. Never changed: an edit makes the next one.</summary>
public sealed class TaxonomySet
{
    // Because fields of research are named by research codes and by strategic industries alike.
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

    /// <summary>As the product ships them, before an admin's edits.</summary>
    public static TaxonomySet BuiltIn { get; } =
        new([
            .. new[] { "capabilities", "materials", "certifications", "industries", "research", "equipment" }.Select(
                id => new Taxonomy(id, Read(id))
            ),
        ]);

    public ImmutableArray<Taxonomy> All { get; }

    /// <summary>Null: there is none of that id.</summary>
    public Taxonomy? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>These, with one in its new state.</summary>
    public TaxonomySet With(Taxonomy next) =>
        new([.. All.Select(taxonomy => taxonomy.Id == next.Id ? next : taxonomy)]);

    /// <summary>The taxonomies that an attribute of tags takes its codes from; empty: it takes none.</summary>
    public IEnumerable<Taxonomy> Of(string board, string attribute) =>
        ByAttribute.GetValueOrDefault((board, attribute), []).Select(id => _byId[id]);

    /// <summary>The attributes that take codes of a taxonomy.</summary>
    public static IEnumerable<(string Board, string Attribute)> AttributesOf(string taxonomy) =>
        ByAttribute.Where(pair => pair.Value.Contains(taxonomy)).Select(pair => pair.Key).Order();

    /// <summary>The code that stands for this one now on that attribute.</summary>
    public string Current(string board, string attribute, string code) =>
        Of(board, attribute).Aggregate(code, (current, taxonomy) => taxonomy.Current(current));

    private static ImmutableArray<Term> Read(string id) =>
        [
            .. Csv.Embedded($"Taxonomies.{id}.csv")
                .Select(row => new Term
                {
                    Code = row["code"],
                    Label = new(row["en"], row["zh_hant"], row["zh_hans"]),
                    Synonyms = Listed(row["synonyms"]),
                    Industries = Listed(row["industries"]),
                }),
        ];

    private static ImmutableArray<string> Listed(string cell) =>
        [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries)];
}
