using System.Text.Json;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Features;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Exports;

/// <summary>
/// Writes listings as a GeoJSON FeatureCollection; importing the file again changes nothing. A space without a location
/// of its own gets its building's, marked by <c>location_inherited</c>.
/// </summary>
internal static class GeoJsonSheet
{
    private const int FlushAfter = 64 * 1024;

    public static async Task Write(
        ListingKind kind,
        IAsyncEnumerable<Listing> listings,
        Stream target,
        CancellationToken cancellation
    )
    {
        await using var json = new Utf8JsonWriter(target);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var listing in listings.WithCancellation(cancellation))
        {
            WriteFeature(json, kind, listing);
            if (json.BytesPending > FlushAfter)
                await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void WriteFeature(Utf8JsonWriter json, ListingKind kind, Listing listing)
    {
        var own = listing.Values.GetValueOrDefault("location") as PointValue;
        var inherited = own is null ? (listing as Space)?.Inherited?.GetValueOrDefault("location") as PointValue : null;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", listing.Id);
        WritePoint(json, own ?? inherited);
        json.WriteStartObject("properties");
        foreach (var column in kind.Exported.Where(column => column.Name is not ("lat" or "lon")))
            WriteProperty(json, column.Name, column.Write(listing));
        if (inherited is not null)
            json.WriteBoolean(GeoJsonRows.Inherited, true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, PointValue? point)
    {
        if (point is null)
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(point.Lon);
        json.WriteNumberValue(point.Lat);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object? cell)
    {
        if (cell is bool yes)
            json.WriteBoolean(name, yes);
        else if (cell is decimal number)
            json.WriteNumber(name, number);
        else if (cell is int whole)
            json.WriteNumber(name, whole);
        else if (cell is not null)
            json.WriteString(name, CellText.Write(cell));
    }
}
