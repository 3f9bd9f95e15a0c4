using System.Collections.Immutable;
using Matchmaker.Matching;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Matchmaker.Web.Maps;

/// <summary>What lies below the results on the map: stations, and an operator's own tiles.</summary>
internal static class MapEndpoints
{
    public const string ArchivePath = "/map/tiles.pmtiles";

    private static readonly ImmutableArray<MapStation> Stations =
    [
        .. StationTable.All.Select(station => new MapStation(
            station.Code,
            station.Name,
            station.Position,
            station.Exits
        )),
    ];

    public static void MapMap(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/map", Get)
            .WithTags("Map")
            .WithSummary("What the map shows below the results: stations and the source of its tiles");
        routes.MapMethods(ArchivePath, [HttpMethods.Get, HttpMethods.Head], GetArchive).ExcludeFromDescription();
    }

    private static Ok<MapGround> Get(TileSettings settings) => TypedResults.Ok(new MapGround(settings.Tiles, Stations));

    private static IResult GetArchive(TileSettings settings)
    {
        if (settings.Tiles?.File is not { } path)
            return Results.NotFound();
        var file = new FileInfo(path);
        // Readers of the file see by the tag that it was replaced between two ranges.
        return Results.File(
            path,
            "application/vnd.pmtiles",
            lastModified: file.LastWriteTimeUtc,
            entityTag: new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""),
            enableRangeProcessing: true
        );
    }
}

/// <param name="Tiles">Null: none are set, and the map is drawn from the schematic one of the page.</param>
/// <param name="Stations">The MTR stations of the district.</param>
public sealed record MapGround(TileSource? Tiles, ImmutableArray<MapStation> Stations);

/// <param name="Code">The operator's code, such as KWT.</param>
/// <param name="Position">The mean of its exits.</param>
/// <param name="Exits">From which distances to stations are measured.</param>
public sealed record MapStation(string Code, LocalText Name, PointValue Position, ImmutableArray<PointValue> Exits);

/// <param name="Tiles">Null: none are set.</param>
internal sealed record TileSettings(TileSource? Tiles);
