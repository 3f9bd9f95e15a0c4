using System.Text.Json;
using Matchmaker.Interchange.Columns;

namespace Matchmaker.Interchange.Files;

/// <summary>Converts the features of one FeatureCollection to rows, each with the line on which it begins.</summary>
internal sealed class FeatureReader(ListingKind kind)
{
    private readonly List<SourceRow> _rows = [];
    private readonly CellPool _pool = new();
    private readonly Dictionary<string, int> _indexes = kind
        .ColumnNames.Select((name, index) => (name, index))
        .ToDictionary(pair => pair.name, pair => pair.index);
    private int _line = 1;
    private int _countedTo;

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
            else
            {
                reader.Skip();
            }
        }

        while (reader.Read())
        {
            // Reads to the end: trailing content after the object makes the reader throw.
        }

        return isCollection && hasFeatures
            ? new(kind, kind.Columns, _rows)
            : throw BadFileException.Invalid("", "notFeatures");
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
            else
                throw BadFileException.Invalid(property.Name, "unknownColumn", property.Name);
        }

        if (cells[_indexes[Column.Id]].Length == 0 && Property(feature, "id") is { } id)
            cells[_indexes[Column.Id]] = Text(id);
        if (!inherited && Property(feature, "geometry") is { ValueKind: not JsonValueKind.Null } geometry)
            (cells[_indexes["lon"]], cells[_indexes["lat"]]) = Point(geometry);
        return cells;
    }

    // A coordinate that is no number passes as text and is rejected later, with its line and column.
    private static (string Lon, string Lat) Point(JsonElement geometry)
    {
        if (
            geometry.ValueKind == JsonValueKind.Object
            && Property(geometry, "type") is { ValueKind: JsonValueKind.String } type
            && type.ValueEquals("Point")
            && Property(geometry, "coordinates") is { ValueKind: JsonValueKind.Array } coordinates
            && coordinates.GetArrayLength() is 2 or 3
        )
            return (Text(coordinates[0]), Text(coordinates[1]));
        var written = geometry.GetRawText();
        return (written, written);
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
