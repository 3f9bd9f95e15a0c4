using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Imports;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Imports;

/// <summary>What a row says while its cells are read one by one, and what is wrong with it.</summary>
internal sealed class RowDraft
{
    private bool _noLat,
        _noLon;

    public string? Id { get; set; }

    /// <summary>The building that a firm stands in.</summary>
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

    public void NoPlace(string column)
    {
        if (column == "lat")
            _noLat = true;
        else
            _noLon = true;
    }

    /// <summary>Joins what two cells say together: latitude and longitude are one value.</summary>
    public void JoinPlace()
    {
        if (Errors.Exists(error => error.Column is "lat" or "lon"))
            return; // because half of a place is already called wrong
        if (_noLat && _noLon)
            Unknown.Add("location");
        else if (Lat is { } lat && Lon is { } lon)
            PutPlace(new(lat, lon));
        else if (Lat is not null || Lon is not null || _noLat || _noLon)
            Refuse(Lat is null && !_noLat ? "lat" : "lon", "", "latWithLon");
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

    private void PutPlace(PointValue place)
    {
        var read = ValueRules.CheckOne(BoardTable.Sites.Find("location")!, place, "location");
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

/// <summary>What is wrong with one cell.</summary>
/// <param name="Cell">The cell as it was written; empty where the row lacks it.</param>
internal sealed record CellError(string Column, string Cell, FieldError Error);
