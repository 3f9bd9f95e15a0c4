using System.Collections.Immutable;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Columns;

/// <summary>The content of a row while its cells are read, with its errors.</summary>
internal sealed class RowDraft
{
    private bool _clearsLat,
        _clearsLon;

    public string? Id { get; set; }

    /// <summary>The building in which a firm is located.</summary>
    public string? BuildingId { get; set; }

    public string? RegistrationNumber { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string? NameEn { get; set; }

    public string? NameZhHant { get; set; }

    public string? NameZhHans { get; set; }

    public string? AddressEn { get; set; }

    public string? AddressZhHant { get; set; }

    public string? Owner { get; set; }

    public double? Lat { get; set; }

    public double? Lon { get; set; }

    public DateOnly? VerifiedOn { get; set; }

    public string? Source { get; set; }

    public bool? Public { get; set; }

    public string? Unit { get; set; }

    public int? Position { get; set; }

    public SpaceStatus? Status { get; set; }

    public ImmutableSortedDictionary<string, Value>.Builder Values { get; } =
        ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);

    public List<string> Unknown { get; } = [];

    public List<CellError> Errors { get; } = [];

    public void Refuse(string column, string cell, string code, params string[] args) =>
        Errors.Add(new(column, cell, new(column, code, args)));

    public void ClearCoordinate(string column)
    {
        if (column == "lat")
            _clearsLat = true;
        else
            _clearsLon = true;
    }

    /// <summary>Combines latitude and longitude, two cells, to one value.</summary>
    public void CombineLocation()
    {
        if (Errors.Exists(error => error.Column is "lat" or "lon"))
            return; // One of the two cells is already rejected.
        if (_clearsLat && _clearsLon)
            Unknown.Add("location");
        else if (Lat is { } lat && Lon is { } lon)
            PutLocation(new(lat, lon));
        else if (Lat is not null || Lon is not null || _clearsLat || _clearsLon)
            Refuse(Lat is null && !_clearsLat ? "lat" : "lon", "", "latWithLon");
    }

    public ListingPatch ToPatch(string fullId) =>
        new()
        {
            Id = fullId,
            Name =
                NameEn is null && NameZhHant is null && NameZhHans is null ? null : new(NameEn, NameZhHant, NameZhHans),
            Address = AddressEn is null && AddressZhHant is null ? null : new(AddressEn, AddressZhHant),
            Owner = Owner,
            Values = Values.ToImmutable(),
            Unknown = [.. Unknown],
            VerifiedOn = VerifiedOn,
            Source = Source,
            Public = Public,
            Unit = Unit,
            Position = Position,
            Status = Status,
            BuildingId = BuildingId,
            RegistrationNumber = RegistrationNumber,
            ValidTo = ValidTo,
        };

    private void PutLocation(PointValue location)
    {
        var read = ValueRules.CheckOne(BoardTable.Sites.Find("location")!, location, "location");
        if (read.IsOk)
            Values["location"] = read.Value;
        foreach (var error in read.Errors)
            Refuse(
                error.Path.EndsWith(".lon", StringComparison.Ordinal) ? "lon" : "lat",
                "",
                error.Code,
                [.. error.Args]
            );
    }
}

/// <summary>An error in one cell.</summary>
/// <param name="Cell">The cell as written; empty: the row lacks it.</param>
internal sealed record CellError(string Column, string Cell, FieldError Error);
