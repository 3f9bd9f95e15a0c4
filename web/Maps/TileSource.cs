using System.Text.Json.Serialization;
using Matchmaker.Contracts;

namespace Matchmaker.Web.Maps;

/// <summary>Where an operator's map tiles come from.</summary>
/// <param name="Url">A template with {z}, {x} and {y}, or the address of a PMTiles file on this host.</param>
/// <param name="Archive">Whether the address is that of a PMTiles file, which is read in ranges.</param>
/// <param name="MaxZoom">The nearest zoom that has tiles; nearer ones enlarge them.</param>
/// <param name="Attribution">Who is named on the map; null: nobody.</param>
public sealed record TileSource(string Url, TileKind Kind, bool Archive, int MaxZoom, string? Attribution)
{
    private const string UrlSetting = "Matchmaker:Map:TileUrl";
    private const string FileSetting = "Matchmaker:Map:File";
    private const string ZoomSetting = "Matchmaker:Map:MaxZoom";
    private const string AttributionSetting = "Matchmaker:Map:Attribution";
    private const int Deepest = 22;
    private const int UsualForPictures = 18;
    private const int UsualForVectors = 14;
    private static readonly string[] Placeholders = ["{z}", "{x}", "{y}"];

    /// <summary>The full path of the PMTiles file; null: the tiles come from elsewhere.</summary>
    [JsonIgnore]
    internal string? File { get; private init; }

    /// <summary>The origin, such as <c>https://tiles.example</c>; null: this host.</summary>
    [JsonIgnore]
    internal string? Origin { get; private init; }

    /// <returns>Null: no tiles are set, and the map is the schematic one.</returns>
    /// <exception cref="SettingException">A setting is wrong, or two of them contradict each other.</exception>
    internal static TileSource? Of(IConfiguration settings)
    {
        var (url, file) = (Text(settings, UrlSetting), Text(settings, FileSetting));
        return (url, file) switch
        {
            (not null, not null) => throw new SettingException(FileSetting, $"is set, and so is {UrlSetting}"),
            (not null, null) => OfTemplate(url, settings),
            (null, not null) => OfFile(file, settings),
            _ => null,
        };
    }

    private static TileSource OfTemplate(string template, IConfiguration settings)
    {
        if (Placeholders.FirstOrDefault(part => !template.Contains(part, StringComparison.Ordinal)) is { } missing)
            throw new SettingException(UrlSetting, $"has no {missing}");
        var isOwn = template.StartsWith('/') && !template.StartsWith("//", StringComparison.Ordinal);
        var plain = Placeholders.Aggregate(template, (text, part) => text.Replace(part, "0", StringComparison.Ordinal));
        if (plain.Any(letter => letter is '{' or '}' or ';' or ',' or '\'' or '"' || letter <= ' ' || letter > '~'))
            throw new SettingException(UrlSetting, "has a placeholder or character that an address cannot have");
        Uri? address = null;
        if (!isOwn && !(Uri.TryCreate(plain, UriKind.Absolute, out address) && IsWeb(address)))
            throw new SettingException(UrlSetting, "is neither an http(s) address nor a path on this host");
        var kind = Path.GetExtension(plain.Split('?')[0]) is ".pbf" or ".mvt" ? TileKind.Vector : TileKind.Raster;
        var usual = kind is TileKind.Vector ? UsualForVectors : UsualForPictures;
        return new(template, kind, Archive: false, Zoom(settings, usual), Text(settings, AttributionSetting))
        {
            Origin = address?.GetLeftPart(UriPartial.Authority),
        };
    }

    private static bool IsWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0;

    private static TileSource OfFile(string file, IConfiguration settings)
    {
        var path = Path.GetFullPath(file);
        try
        {
            var (kind, deepest) = PmTilesHeader.Read(path);
            return new(
                MapEndpoints.ArchivePath,
                kind,
                Archive: true,
                Zoom(settings, deepest),
                Text(settings, AttributionSetting)
            )
            {
                File = path,
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(FileSetting, $"{path} cannot be read: {failure.Message}", failure);
        }
        catch (InvalidDataException failure)
        {
            throw new SettingException(FileSetting, $"{path} {failure.Message}", failure);
        }
    }

    private static int Zoom(IConfiguration settings, int usual)
    {
        if (Text(settings, ZoomSetting) is not { } text)
            return usual;
        return int.TryParse(text, out var zoom) && zoom is >= 0 and <= Deepest
            ? zoom
            : throw new SettingException(ZoomSetting, $"{text} is not a zoom from 0 to {Deepest}");
    }

    private static string? Text(IConfiguration settings, string name) =>
        settings[name]?.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>What a tile is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TileKind>))]
public enum TileKind
{
    /// <summary>A picture.</summary>
    [JsonStringEnumMemberName("raster")]
    Raster,

    /// <summary>Shapes, as in Mapbox vector tiles, that the page draws in its own colours.</summary>
    [JsonStringEnumMemberName("vector")]
    Vector,
}
