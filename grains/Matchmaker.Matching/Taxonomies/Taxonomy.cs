using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Matchmaker.Matching.Taxonomies;

/// <summary>
/// A taxonomy: a tree of codes, written as paths, with their labels. Immutable: an edit makes a new one.
/// </summary>
public sealed class Taxonomy
{
    private readonly FrozenDictionary<string, Term> _byCode;

    /// <param name="id">The taxonomy's word in routes, such as <c>capabilities</c>.</param>
    /// <param name="terms">
    /// The terms, each code once, in the order on screen, broader terms before narrower ones.
    /// </param>
    public Taxonomy(string id, ImmutableArray<Term> terms)
    {
        Id = id;
        Terms = terms;
        _byCode = terms.ToFrozenDictionary(term => term.Code, StringComparer.Ordinal);
    }

    public string Id { get; }

    public ImmutableArray<Term> Terms { get; }

    /// <summary>The term with exactly that code, moved or not; null: not listed.</summary>
    public Term? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>
    /// The current code: if this code or a broader one was moved, the rest of the path moves with it. An unlisted code
    /// is its own current code.
    /// </summary>
    public string Current(string code)
    {
        // A move may lead to another moved code. Rules forbid cycles; the bound protects against lists that bypassed
        // them.
        for (var moves = 0; moves < 32; moves++)
        {
            if (MovedPrefix(code) is not { } moved)
                return code;
            code = moved.MovedTo + code[moved.Code.Length..];
        }

        return code;
    }

    private Term? MovedPrefix(string code)
    {
        for (var end = code.Length; end > 0; end = code.LastIndexOf('/', end - 1))
        {
            if (_byCode.TryGetValue(code[..end], out var term) && term.MovedTo is not null)
                return term;
        }

        return null;
    }
}
