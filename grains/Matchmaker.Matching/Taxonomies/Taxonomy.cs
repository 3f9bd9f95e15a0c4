using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Matchmaker.Matching.Taxonomies;

/// <summary>A list of codes with their words, as a tree of paths. Never changed: an edit makes the next one.</summary>
public sealed class Taxonomy
{
    private readonly FrozenDictionary<string, Term> _byCode;

    /// <param name="id">Its word in routes, such as <c>capabilities</c>.</param>
    /// <param name="terms">Each code once; the order is the order on screen, broader ones before their narrower ones.</param>
    public Taxonomy(string id, ImmutableArray<Term> terms)
    {
        Id = id;
        Terms = terms;
        _byCode = terms.ToFrozenDictionary(term => term.Code, StringComparer.Ordinal);
    }

    public string Id { get; }

    public ImmutableArray<Term> Terms { get; }

    /// <summary>The term of exactly that code, moved or not; null: it is not listed.</summary>
    public Term? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>
    /// The code that stands for this one now: where it, or a broader one, was moved, the rest of the path moves along. A code that is not
    /// listed stands for itself.
    /// </summary>
    public string Current(string code)
    {
        // Because a move may lead to a code that moved itself; rules forbid circles, and this bound is for lists that never met them.
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
