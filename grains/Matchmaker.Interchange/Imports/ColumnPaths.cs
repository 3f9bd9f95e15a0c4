using Matchmaker.Interchange.Columns;

namespace Matchmaker.Interchange.Imports;

/// <summary>Which column a record's path stands for, because a rule that a grain checks speaks of the record, and the reader sees a file.</summary>
internal static class ColumnPaths
{
    /// <summary>Such as <c>area</c> for <c>values.area</c>; empty: none.</summary>
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
            "validTo" => "valid_to",
            "values.location.lon" => "lon",
            _ when path.StartsWith("values.location", StringComparison.Ordinal) => "lat",
            _ when path.StartsWith("values.", StringComparison.Ordinal) => path["values.".Length..].Split('.', '[')[0],
            _ => "",
        };
        return kind.ByName.ContainsKey(column) ? column : "";
    }
}
