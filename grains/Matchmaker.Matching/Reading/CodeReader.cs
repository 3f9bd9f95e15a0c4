using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reading;

/// <summary>
/// Takes the codes and tags of a record by code, name or synonym. What fits none is refused with the three nearest and
/// never kept: it would match nothing.
/// </summary>
public static class CodeReader
{
    /// <summary>The values with their own codes, or an error at paths such as <c>values.capabilities[2]</c>.</summary>
    public static Validated<ImmutableSortedDictionary<string, Value>> Read(
        Board board,
        IReadOnlyDictionary<string, Value> values,
        TaxonomySet taxonomies,
        string path
    )
    {
        var errors = new FieldErrors();
        var read = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (code, value) in values)
        {
            var at = $"{path}.{code}";
            read[code] = board.Find(code) switch
            {
                { Kind: AttributeKind.Tags } when value is TagsValue tags => Tags(
                    CodeNames.OfTerms(taxonomies, board.Code, code),
                    tags,
                    at,
                    errors
                ),
                { Kind: AttributeKind.Category } attribute when value is CodeValue written => new CodeValue(
                    One(CodeNames.OfList(attribute), written.Code, at, errors)
                ),
                { Kind: AttributeKind.Use } attribute when value is UsesValue uses => Uses(
                    CodeNames.OfList(attribute),
                    uses,
                    at,
                    errors
                ),
                _ => value,
            };
        }

        return errors.ToResult(read.ToImmutable());
    }

    /// <summary>Whether the taxonomies have every tag of the values.</summary>
    public static bool Knows(TaxonomySet taxonomies, Board board, IReadOnlyDictionary<string, Value> values) =>
        values.All(value =>
            value.Value is not TagsValue { Tags.IsDefault: false } tags
            || board.Find(value.Key) is not { Kind: AttributeKind.Tags }
            || tags.Tags.All(tag => Knows(taxonomies, board, value.Key, tag.Code))
        );

    /// <summary>Whether the taxonomies have a term of that code or name for an attribute.</summary>
    public static bool Knows(TaxonomySet taxonomies, Board board, string attribute, string written) =>
        CodeNames.OfTerms(taxonomies, board.Code, attribute).Find(written ?? "") is not null;

    /// <summary>The code that a text means; with an error, the text itself.</summary>
    internal static string One(CodeNames names, string? written, string path, FieldErrors errors)
    {
        var text = written ?? "";
        if (names.Find(text) is { } code)
            return code;
        errors.Add(path, "unknownCode", text, string.Join(", ", names.Nearest(text)));
        return text;
    }

    private static TagsValue Tags(CodeNames names, TagsValue value, string path, FieldErrors errors) =>
        new([
            .. (value.Tags.IsDefault ? [] : value.Tags).Select(
                (tag, i) => tag with { Code = One(names, tag.Code, $"{path}[{i}]", errors) }
            ),
        ]);

    private static UsesValue Uses(CodeNames names, UsesValue value, string path, FieldErrors errors)
    {
        var uses = ImmutableSortedDictionary.CreateBuilder<string, UseVerdict>(StringComparer.Ordinal);
        foreach (var (use, verdict) in value.Uses)
        {
            // Two verdicts on one use contradict each other.
            if (!uses.TryAdd(One(names, use, $"{path}.{use}", errors), verdict))
                errors.Add($"{path}.{use}", "notUses");
        }

        return new(uses.ToImmutable());
    }
}
