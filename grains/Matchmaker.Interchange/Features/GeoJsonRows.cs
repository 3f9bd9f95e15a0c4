using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching;

namespace Matchmaker.Interchange.Features;

/// <summary>Reads a GeoJSON FeatureCollection of points; the property names are the column names.</summary>
internal static class GeoJsonRows
{
    /// <summary>The property of a space that has its building's location and none of its own.</summary>
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
            StorableText.CheckNames(bytes);
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
