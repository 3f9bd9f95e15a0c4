using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Matchmaker.Interchange.Imports;

/// <summary>Reads a GeoJSON FeatureCollection of points whose properties are named as the columns are.</summary>
internal static class GeoJsonRows
{
    /// <summary>True on a space whose point is its building's: the file then states no place of its own.</summary>
    public const string Inherited = "location_inherited";

    public static async Task<ImportFile> Read(ListingKind kind, Stream body, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await body.CopyToAsync(buffer, cancellation);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        if (bytes.IsEmpty)
            throw BadFileException.Unreadable("emptyFile");
        if (!Utf8.IsValid(bytes))
            throw BadFileException.Unreadable("notUtf8");
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes["\uFEFF"u8.Length..];
        try
        {
            return new FeatureReader(kind).Read(bytes);
        }
        catch (JsonException broken)
        {
            throw BadFileException.Unreadable(
                "malformedJson",
                ((broken.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture)
            );
        }
    }
}
