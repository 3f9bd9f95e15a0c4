using System.Text;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Interchange.Tests;

/// <summary>Files and records for tests, each valid unless the test makes it invalid.</summary>
internal static class Some
{
    /// <summary>The day on which files are read.</summary>
    public static readonly DateOnly Today = new(2028, 12, 31);

    public static Stream Utf8(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>A file of one space with the given cell.</summary>
    public static string SpaceWith(string column, string cell) =>
        column switch
        {
            "id" => $"id,building_id,name_en\n{Quoted(cell)},b1,A floor\n",
            "building_id" => $"id,building_id,name_en\ns1,{Quoted(cell)},A floor\n",
            _ => $"id,building_id,{column}\ns1,b1,{Quoted(cell)}\n",
        };

    public static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static async Task<ImportFile> File(ListingKind kind, string csv) =>
        await CsvRows.Read(kind, Utf8(csv), CancellationToken.None);

    /// <summary>The patches and errors of a file of spaces.</summary>
    public static async Task<(List<ListingPatch> Patches, List<CellError> Errors)> Read(
        string csv,
        ListingKind? kind = null
    )
    {
        var file = await File(kind ?? ListingKind.Spaces, csv);
        return Read(file);
    }

    public static (List<ListingPatch> Patches, List<CellError> Errors) Read(ImportFile file)
    {
        var reader = new RowReader(file, Today);
        var errors = new List<CellError>();
        var patches = file.Rows.Select(row => reader.Read(row, errors)).OfType<ListingPatch>().ToList();
        return (patches, errors);
    }
}
