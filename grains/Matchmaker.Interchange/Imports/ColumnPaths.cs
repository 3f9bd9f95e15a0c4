using Matchmaker.Interchange.Columns;

namespace Matchmaker.Interchange.Imports;

/// <summary>
/// Maps the path of a record's error to a column: grains report paths of the record, and the user sees a file.
/// </summary>
internal static class ColumnPaths
{
    /// <summary>The column, such as <c>area</c> for <c>values.area</c>; empty: none.</summary>
    public static string ColumnOf(string path, ListingKind kind)
    {
        if (kind.ByName.ContainsKey(path))
            return path;
        var column = path switch
        {
            "name.en" or "name" => "name_en",
            "name.zhHant" => "name_zh_hant",
            "name.zhHans" => "name_zh_hans",
            "address.en" or "address" => "address_en",
            "address.zhHant" => "address_zh_hant",
            "verifiedOn" => "verified_on",
            "buildingId" => Column.BuildingId,
            "registrationNumber" => "registration_number",
            "validFrom" => "valid_from",
            "validTo" => "valid_to",
            "values.location.lon" => "lon",
            _ when path.StartsWith("values.location", StringComparison.Ordinal) => "lat",
            _ when path.StartsWith("values.", StringComparison.Ordinal) => path["values.".Length..].Split('.', '[')[0],
            _ => "",
        };
        return kind.ByName.ContainsKey(column) ? column : "";
    }
}
