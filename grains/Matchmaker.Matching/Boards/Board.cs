using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Boards;

/// <summary>The schema by which demands and profiles are matched (matching.md section 1).</summary>
public sealed class Board
{
    private readonly FrozenDictionary<string, int> _indexes;

    internal Board(string code, LocalText label, ImmutableArray<BoardAttribute> attributes, string? counterpart)
    {
        Code = code;
        Counterpart = counterpart;
        Label = label;
        Attributes = attributes;
        _indexes = attributes
            .Select((attribute, index) => (attribute.Code, index))
            .ToFrozenDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
    }

    /// <summary>The board's word in routes and demands, such as <c>sites</c>.</summary>
    [JsonPropertyName("board")]
    public string Code { get; }

    public LocalText Label { get; }

    /// <summary>
    /// The code of the board on which this board's profiles seek in return, so that both sides' scores count; null: no
    /// demand looks back at this board.
    /// </summary>
    [JsonIgnore]
    public string? Counterpart { get; }

    /// <summary>The attributes in the order of attributes.csv, which is the order on screen.</summary>
    public ImmutableArray<BoardAttribute> Attributes { get; }

    /// <summary>The attribute with that code; null: the schema lacks it.</summary>
    public BoardAttribute? Find(string code) => IndexOf(code) is var index and >= 0 ? Attributes[index] : null;

    /// <summary>The attribute's index in <see cref="Attributes"/>, from 0; -1: the schema lacks it.</summary>
    internal int IndexOf(string? code) => code is not null && _indexes.TryGetValue(code, out var index) ? index : -1;
}
