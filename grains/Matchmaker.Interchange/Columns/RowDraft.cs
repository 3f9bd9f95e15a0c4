using System.Collections.Immutable;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Columns;

/// <summary>The content of a row while its cells are read, with its errors.</summary>
internal sealed class RowDraft
{
    public RowDraft() => Location = new(this);

    public DraftLocation Location { get; }

    /// <summary>The day of reading.</summary>
    public required DateOnly Today { get; init; }

    public string? Id { get; set; }

    /// <summary>The building in which a firm is located.</summary>
    public string? BuildingId { get; set; }

    public string? RegistrationNumber { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string? NameEn { get; set; }

    public string? NameZhHant { get; set; }

    public string? NameZhHans { get; set; }

    public string? AddressEn { get; set; }

    public string? AddressZhHant { get; set; }

    public string? Owner { get; set; }

    public DateOnly? VerifiedOn { get; set; }

    public string? Source { get; set; }

    public bool? Public { get; set; }

    public string? Unit { get; set; }

    public int? Position { get; set; }

    public SpaceStatus? Status { get; set; }

    /// <summary>
    /// Whether the row was written while the office held the space: then <c>held</c> is no statement of the owner's.
    /// </summary>
    public bool IsHeldByOffice { get; set; }

    public ImmutableArray<Waiver>? Waivers { get; set; }

    public ImmutableSortedDictionary<string, Value>.Builder Values { get; } =
        ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);

    public List<string> Unknown { get; } = [];

    public List<CellError> Errors { get; } = [];

    public void Refuse(string column, string cell, string code, params string[] args) =>
        Errors.Add(new(column, cell, new(column, code, args)));

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
            Status = IsHeldByOffice && Status is SpaceStatus.Held ? null : Status,
            Waivers = Waivers,
            BuildingId = BuildingId,
            RegistrationNumber = RegistrationNumber,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
        };
}

/// <summary>An error in one cell.</summary>
/// <param name="Cell">The cell as written; empty: the row lacks it.</param>
internal sealed record CellError(string Column, string Cell, FieldError Error);
