using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Boards;

/// <summary>A schema that demands and profiles are matched by (matching.md section 1).</summary>
public sealed class Board
{
    private readonly FrozenDictionary<string, int> _places;

    internal Board(string code, LocalText label, ImmutableArray<BoardAttribute> attributes)
    {
        Code = code;
        Label = label;
        Attributes = attributes;
        _places = attributes
            .Select((attribute, place) => (attribute.Code, place))
            .ToFrozenDictionary(pair => pair.Code, pair => pair.place, StringComparer.Ordinal);
    }

    /// <summary>Its word in routes and demands, such as <c>sites</c>.</summary>
    [JsonPropertyName("board")]
    public string Code { get; }

    public LocalText Label { get; }

    /// <summary>In the order of attributes.csv, which is the order on screen.</summary>
    public ImmutableArray<BoardAttribute> Attributes { get; }

    /// <summary>The attribute of that code; null: the schema lacks it.</summary>
    public BoardAttribute? Find(string code) => PlaceOf(code) is var place and >= 0 ? Attributes[place] : null;

    /// <summary>The attribute's place in <see cref="Attributes"/>, from 0; -1: the schema lacks it.</summary>
    internal int PlaceOf(string? code) => code is not null && _places.TryGetValue(code, out var place) ? place : -1;
}
