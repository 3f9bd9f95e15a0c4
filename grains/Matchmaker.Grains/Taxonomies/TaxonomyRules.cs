using System.Collections.Immutable;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Taxonomies;

/// <summary>
/// What a taxonomy must keep to, so that no edit moves a match silently: codes stay for ever, and redirects lead
/// somewhere.
/// </summary>
internal static class TaxonomyRules
{
    private const int MostTerms = 5_000;
    private const int MostSynonyms = 50;
    private const int WordLength = 200;
    private const int MostTold = 20;

    public static void Check(ImmutableArray<Term> terms, ImmutableArray<Term> before, ValidationErrors broken)
    {
        if (terms.Length > MostTerms)
            broken.Add("terms", "tooMany", $"{MostTerms}");
        var byCode = new Dictionary<string, Term>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Length; i++)
            CheckTerm(terms[i], $"terms[{i}]", byCode, broken);
        for (var i = 0; i < terms.Length; i++)
            CheckTarget(terms[i], $"terms[{i}].movedTo", byCode, broken);
        foreach (var term in before.Where(term => !byCode.ContainsKey(term.Code)).Take(MostTold))
            broken.Add("terms", "termMissing", term.Code);
    }

    private static void CheckTerm(Term term, string path, Dictionary<string, Term> byCode, ValidationErrors broken)
    {
        if (!ValueRules.IsTag(term.Code) || term.Code.Length > WordLength)
            broken.Add($"{path}.code", "notATag", term.Code ?? "");
        else if (!byCode.TryAdd(term.Code, term))
            broken.Add($"{path}.code", "termTwice", term.Code);
        else if (term.Code.LastIndexOf('/') is var slash and > 0 && !byCode.ContainsKey(term.Code[..slash]))
            broken.Add($"{path}.code", "termParent", term.Code[..slash]);
        CheckWords(term, path, broken);
    }

    private static void CheckWords(Term term, string path, ValidationErrors broken)
    {
        broken.CheckText($"{path}.label", term.Label, WordLength);
        foreach (
            var (language, text) in new[]
            {
                ("en", term.Label?.En),
                ("zhHant", term.Label?.ZhHant),
                ("zhHans", term.Label?.ZhHans),
            }
        )
        {
            if (string.IsNullOrWhiteSpace(text))
                broken.Add($"{path}.label.{language}", "required");
        }

        if (term.Synonyms.IsDefault || term.Industries.IsDefault)
            broken.Add(path, "required");
        else if (term.Synonyms.Length > MostSynonyms)
            broken.Add($"{path}.synonyms", "tooMany", $"{MostSynonyms}");
        else
            CheckEach(term, path, broken);
    }

    private static void CheckEach(Term term, string path, ValidationErrors broken)
    {
        for (var i = 0; i < term.Synonyms.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(term.Synonyms[i]))
                broken.Add($"{path}.synonyms[{i}]", "required");
            broken.CheckText($"{path}.synonyms[{i}]", term.Synonyms[i], WordLength);
        }

        for (var i = 0; i < term.Industries.Length; i++)
        {
            if (!ValueRules.IsTag(term.Industries[i]))
                broken.Add($"{path}.industries[{i}]", "notATag", term.Industries[i] ?? "");
        }
    }

    private static void CheckTarget(Term term, string path, Dictionary<string, Term> byCode, ValidationErrors broken)
    {
        if (term.MovedTo is not { } target)
            return;
        if (target == term.Code || target.StartsWith(term.Code + "/", StringComparison.Ordinal))
            broken.Add(path, "termCircle", target);
        // A redirect leads to a code without a redirect, so there are no cycles and no chains.
        else if (!byCode.TryGetValue(target, out var found) || IsMoved(found, byCode))
            broken.Add(path, "termTarget", target);
    }

    private static bool IsMoved(Term term, Dictionary<string, Term> byCode)
    {
        for (var end = term.Code.Length; end > 0; end = term.Code.LastIndexOf('/', end - 1))
        {
            if (byCode.TryGetValue(term.Code[..end], out var broader) && broader.MovedTo is not null)
                return true;
        }

        return false;
    }
}
