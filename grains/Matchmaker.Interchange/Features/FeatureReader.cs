using System.Text.Json;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Features;

/// <summary>Converts the features of one FeatureCollection to rows, each with the line on which it begins.</summary>
internal sealed class FeatureReader(ListingKind kind)
{
    private const int MaxNamed = 50;

    private readonly List<SourceRow> _rows = [];
    private readonly CellPool _pool = new();
    private readonly Dictionary<string, int> _indexes = kind
        .Columns.Select((column, index) => (column.Name, index))
        .ToDictionary(pair => pair.Name, pair => pair.index);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private int _line = 1;
    private int _countedTo;
    private bool _isGrid;

    public ImportFile Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (isCollection, hasFeatures) = (false, false);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw BadFileException.Invalid("", "notFeatures");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "features" && reader.TokenType == JsonTokenType.StartArray)
            {
                hasFeatures = true;
                ReadFeatures(ref reader, json);
            }
            else if (name == "type" && reader.TokenType == JsonTokenType.String)
            {
                isCollection = reader.ValueTextEquals("FeatureCollection"u8);
            }
            else if (name == "crs")
            {
                using var crs = JsonDocument.ParseValue(ref reader);
                _isGrid = IsGrid(crs.RootElement);
            }
            else
            {
                reader.Skip();
            }
        }

        while (reader.Read())
        {
            // Reads to the end: trailing content after the object makes the reader throw.
        }

        if (!isCollection || !hasFeatures)
            throw BadFileException.Invalid("", "notFeatures");
        if (_unknown.Count > 0)
            throw new BadFileException(
                BadFile.Invalid,
                [.. _unknown.Take(MaxNamed).Select(name => new FieldError(name, "unknownColumn", name))]
            );
        if (_isGrid)
            MoveToGrid();
        return new(kind, kind.Columns, _rows) { Found = new("geojson", Grid: _isGrid ? true : null) };
    }

    // The system of coordinates may be named below the features.
    private void MoveToGrid()
    {
        var (lat, lon) = (_indexes[DraftLocation.Lat], _indexes[DraftLocation.Lon]);
        var (easting, northing) = (_indexes[DraftLocation.Easting], _indexes[DraftLocation.Northing]);
        foreach (var (_, cells) in _rows.Where(row => row.Cells[easting].Length == 0))
        {
            (cells[easting], cells[northing]) = (cells[lon], cells[lat]);
            (cells[lon], cells[lat]) = ("", "");
        }
    }

    // The older GeoJSON of survey software: {"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2326"}}.
    private static bool IsGrid(JsonElement crs)
    {
        var name =
            crs.ValueKind == JsonValueKind.Object
            && Property(crs, "properties") is { ValueKind: JsonValueKind.Object } properties
            && Property(properties, "name") is { ValueKind: JsonValueKind.String } text
                ? Decoded(text)
                : "";
        if (name.Length == 0 && crs.ValueKind == JsonValueKind.Null)
            return false;
        var digits = name[(name.LastIndexOf(':') + 1)..];
        return digits switch
        {
            "2326" => true,
            "4326" or "CRS84" or "84" => false,
            _ => throw BadFileException.Invalid("", "unknownCrs", name.Length > 0 ? name : crs.GetRawText()),
        };
    }

    private void ReadFeatures(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            _line += json[_countedTo..start].Count((byte)'\n');
            _countedTo = start;
            using var feature = JsonDocument.ParseValue(ref reader);
            _rows.Add(new(_line, Cells(feature.RootElement)));
        }
    }

    private string[] Cells(JsonElement feature)
    {
        var cells = new string[kind.Columns.Count];
        Array.Fill(cells, "");
        if (
            feature.ValueKind != JsonValueKind.Object
            || Property(feature, "properties") is not { ValueKind: JsonValueKind.Object } properties
        )
            return cells;
        var inherited = false;
        foreach (var property in properties.EnumerateObject())
        {
            if (property.Name == GeoJsonRows.Inherited)
                inherited = property.Value.ValueKind == JsonValueKind.True;
            else if (_indexes.TryGetValue(property.Name, out var index))
                cells[index] = _pool.Intern(Text(property.Value).Trim());
            else if (
                kind.Names.Value.Find(property.Name) is { Unit: null } column
                && cells[_indexes[column.Name]].Length == 0
            )
                cells[_indexes[column.Name]] = _pool.Intern(Text(property.Value).Trim());
            else
                _unknown.Add(property.Name);
        }

        if (cells[_indexes[Column.Id]].Length == 0 && Property(feature, "id") is { } id)
            cells[_indexes[Column.Id]] = Text(id);
        if (!inherited && Property(feature, "geometry") is { ValueKind: not JsonValueKind.Null } geometry)
            (cells[_indexes[DraftLocation.Lon]], cells[_indexes[DraftLocation.Lat]]) = FeatureGeometry.Cells(geometry);
        return cells;
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Decoded(value),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Null => "",
            JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(Text)),
            JsonValueKind.Object => string.Join(
                '|',
                value.EnumerateObject().Select(pair => $"{pair.Name}={Text(pair.Value)}")
            ),
            _ => value.GetRawText(),
        };

    // A text with half a surrogate pair passes with a sign that no column takes, and its row is rejected later.
    private static string Decoded(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText() + '\uFFFF';
        }
    }
}
