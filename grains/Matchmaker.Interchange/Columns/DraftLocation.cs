using System.Globalization;
using Matchmaker.Interchange.Places;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Columns;

/// <summary>
/// The location of a row, of two cells: degrees, or metres of the Hong Kong grid. A refusal shows the cell as written.
/// </summary>
internal sealed class DraftLocation(RowDraft draft)
{
    public const string Lat = "lat";
    public const string Lon = "lon";
    public const string Easting = "easting";
    public const string Northing = "northing";

    private readonly Dictionary<string, (string Cell, double? Number)> _cells = new(StringComparer.Ordinal);

    public void Read(string column, string cell)
    {
        if (WordReader.IsNothing(cell))
            return;
        const NumberStyles plain =
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite;
        var styles = column is Easting or Northing ? plain | NumberStyles.AllowThousands : plain;
        var text = PlainText.Of(cell).TrimEnd('°', 'n', 'e', 'm');
        if (double.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            _cells[column] = (cell, number);
        else
            draft.Refuse(column, cell, "notANumber");
    }

    /// <summary>The cell says that the place is unknown.</summary>
    public void Clear(string column) => _cells[column] = (Column.Unknown, null);

    /// <summary>Takes the two cells to one value, once all cells of the row are read.</summary>
    public void Combine()
    {
        if (draft.Errors.Exists(error => error.Column is Lat or Lon or Easting or Northing))
            return; // One of the two cells is already rejected.
        var degrees = Pair(Lat, Lon);
        var metres = Pair(Easting, Northing);
        if (degrees is { } lat && metres is null)
            Put(lat.First, lat.Second, (Lat, Lon), (lat.First.Number, lat.Second.Number));
        else if (metres is { } east)
            PutMetres(east.First, east.Second);
    }

    private ((string Cell, double? Number) First, (string Cell, double? Number) Second)? Pair(string one, string other)
    {
        var (hasOne, hasOther) = (_cells.TryGetValue(one, out var first), _cells.TryGetValue(other, out var second));
        if (hasOne && hasOther && first.Number is null == second.Number is null)
            return (first, second);
        if (hasOne && !hasOther)
            draft.Refuse(other, "", one == Lat ? "latWithLon" : "eastingWithNorthing");
        else if (hasOther && !hasOne)
            draft.Refuse(one, "", one == Lat ? "latWithLon" : "eastingWithNorthing");
        else if (hasOne)
            draft.Refuse(other, second.Cell, one == Lat ? "latWithLon" : "eastingWithNorthing");
        return null;
    }

    private void PutMetres((string Cell, double? Number) east, (string Cell, double? Number) north)
    {
        if (_cells.ContainsKey(Lat) || _cells.ContainsKey(Lon))
            draft.Refuse(Easting, east.Cell, "oneLocation");
        else if (east.Number is not { } easting || north.Number is not { } northing)
            draft.Unknown.Add("location");
        else if (!HongKongGrid.Covers(easting, northing))
            draft.Refuse(
                easting is >= 790_000 and <= 880_000 ? Northing : Easting,
                Of(easting, east, north),
                "notOnGrid"
            );
        else
            Put(east, north, (Easting, Northing), HongKongGrid.ToWgs84(easting, northing));
    }

    private static string Of(double easting, (string Cell, double? Number) east, (string Cell, double? Number) north) =>
        easting is >= 790_000 and <= 880_000 ? north.Cell : east.Cell;

    private void Put(
        (string Cell, double? Number) first,
        (string Cell, double? Number) second,
        (string First, string Second) columns,
        (double? Lat, double? Lon) place
    )
    {
        if (place is not ({ } lat, { } lon))
        {
            draft.Unknown.Add("location");
            return;
        }

        var read = ValueRules.CheckOne(BoardTable.Sites.Find("location")!, new PointValue(lat, lon), "location");
        if (read.IsOk)
            draft.Values["location"] = read.Value;
        foreach (var error in read.Errors)
        {
            var isSecond = error.Path.EndsWith(".lon", StringComparison.Ordinal);
            draft.Refuse(
                isSecond ? columns.Second : columns.First,
                isSecond ? second.Cell : first.Cell,
                error.Code,
                [.. error.Args]
            );
        }
    }
}
