using System.Globalization;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;

namespace Matchmaker.Interchange.Columns;

/// <summary>The columns that are not attributes of a board.</summary>
internal static class ListingColumns
{
    private const string Number = "registration_number";
    private const string ValidFrom = "valid_from";
    private const string ValidTo = "valid_to";
    private const string HeldUntil = "held_until";

    private static readonly Column[] Descriptions =
    [
        Text("name_en", (draft, text) => draft.NameEn = text, listing => listing.Name?.En ?? listing.Name?.Plain),
        Text("name_zh_hant", (draft, text) => draft.NameZhHant = text, listing => listing.Name?.ZhHant),
        Text("name_zh_hans", (draft, text) => draft.NameZhHans = text, listing => listing.Name?.ZhHans),
        Text(
            "address_en",
            (draft, text) => draft.AddressEn = text,
            listing => listing.Address?.En ?? listing.Address?.Plain
        ),
        Text("address_zh_hant", (draft, text) => draft.AddressZhHant = text, listing => listing.Address?.ZhHant),
        Coordinate(DraftLocation.Lat, location => location.Lat),
        Coordinate(DraftLocation.Lon, location => location.Lon),
        Coordinate(DraftLocation.Easting, null),
        Coordinate(DraftLocation.Northing, null),
        new(
            "verified_on",
            ReadVerified,
            listing => HasOwnFacts(listing) ? null : Iso(listing.VerifiedOn),
            ClearOnUnknown("verified_on")
        ),
        Text("source", (draft, text) => draft.Source = text, listing => HasOwnFacts(listing) ? null : listing.Source),
        new("public", ReadPublic, listing => listing.Public, draft => draft.Public = false),
        new("owner", ReadOwner, listing => listing.Owner, draft => draft.Owner = ""),
    ];

    private static readonly Column OwnId = new(
        Column.Id,
        (draft, cell) => draft.Id = cell,
        listing => listing.Id,
        null
    );

    private static readonly Column Waivers = new(
        WaiverCells.Column,
        (draft, cell) => draft.Waivers = WaiverCells.Read(draft, cell),
        listing => WaiverCells.Write(listing is Space space ? space.Waivers : ((Building)listing).Waivers),
        ClearOnUnknown(WaiverCells.Column)
    );

    public static IEnumerable<Column> OfBuildings => [OwnId, .. Descriptions, Waivers];

    public static IEnumerable<Column> OfSpaces =>
        [
            OwnId,
            new(
                Column.BuildingId,
                (
                    _,
                    _
                ) => { /* RowReader.Target reads this cell. */
                },
                listing => SpaceId.BuildingOf(listing.Id),
                null
            ),
            .. Descriptions,
            Text("unit", (draft, text) => draft.Unit = text, listing => ((Space)listing).Unit),
            new("position", ReadPosition, listing => ((Space)listing).Position, ClearOnUnknown("position")),
            new("status", ReadStatus, listing => ((Space)listing).Status.ToString().ToLowerInvariant(), null),
            new(HeldUntil, ReadHeldUntil, listing => Iso(((Space)listing).Hold?.Until), null),
            Waivers,
        ];

    public static IEnumerable<Column> OfFirms =>
        [
            OwnId,
            .. Descriptions,
            new(
                Column.BuildingId,
                ReadBuilding,
                listing => ((Firm)listing).BuildingId,
                ClearOnUnknown(Column.BuildingId)
            ),
            new(Number, ReadNumber, listing => ((Firm)listing).RegistrationNumber, ClearOnUnknown(Number)),
        ];

    public static IEnumerable<Column> OfCentres =>
        [
            OwnId,
            .. Descriptions,
            new(
                ValidFrom,
                (draft, cell) => draft.ValidFrom = ReadDay(draft, ValidFrom, cell) ?? draft.ValidFrom,
                listing => Iso(((Centre)listing).ValidFrom),
                ClearOnUnknown(ValidFrom)
            ),
            new(
                ValidTo,
                (draft, cell) => draft.ValidTo = ReadDay(draft, ValidTo, cell) ?? draft.ValidTo,
                listing => Iso(((Centre)listing).ValidTo),
                ClearOnUnknown(ValidTo)
            ),
        ];

    /// <param name="write">Null: files are read with the column, and written without it.</param>
    private static Column Coordinate(string name, Func<PointValue, double>? write) =>
        new(
            name,
            (draft, cell) => draft.Location.Read(name, cell),
            listing => Location(listing) is { } location ? write?.Invoke(location) : null,
            draft => draft.Location.Clear(name)
        )
        {
            IsExported = write is not null,
        };

    private static Column Text(string name, Action<RowDraft, string> keep, Func<Listing, string?> write) =>
        new(name, (draft, cell) => ReadText(draft, name, cell, keep), write, ClearOnUnknown(name));

    // Grains see only rows without errors so far. The bounds are checked here too, so that one report names every error
    // of a row.
    private static void ReadText(RowDraft draft, string column, string cell, Action<RowDraft, string> keep)
    {
        var maxLength = column switch
        {
            "unit" => 50,
            "source" => 500,
            _ => 300,
        };
        if (cell.Length > maxLength)
            draft.Refuse(column, cell, "tooLong", maxLength.ToString(CultureInfo.InvariantCulture));
        else if (!StorableText.IsValid(cell) || cell.Any(char.IsControl))
            draft.Refuse(column, cell, "controlSigns");
        else
            keep(draft, cell);
    }

    private static Action<RowDraft> ClearOnUnknown(string name) => draft => draft.Unknown.Add(name);

    private static PointValue? Location(Listing listing) => listing.Values.GetValueOrDefault("location") as PointValue;

    // A row's day and source apply to all its values. If the values have their own, one exported day would overwrite
    // them all.
    private static bool HasOwnFacts(Listing listing) => listing.Facts is { Count: > 0 };

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void ReadVerified(RowDraft draft, string cell)
    {
        if (ReadDay(draft, "verified_on", cell) is not { } day)
            return;
        if (day > draft.Today)
            draft.Refuse("verified_on", cell, "futureDay", Iso(draft.Today)!);
        else
            draft.VerifiedOn = day;
    }

    private static void ReadPublic(RowDraft draft, string cell)
    {
        if (WordReader.Flag(cell) is { } yes)
            draft.Public = yes;
        else if (!WordReader.IsNothing(cell))
            draft.Refuse("public", cell, "notAFlag");
    }

    private static void ReadOwner(RowDraft draft, string cell)
    {
        if (cell.StartsWith("owners/", StringComparison.Ordinal) && RecordIds.IsValid(cell["owners/".Length..]))
            draft.Owner = cell;
        else
            draft.Refuse("owner", cell, "notAnOwner");
    }

    private static void ReadPosition(RowDraft draft, string cell)
    {
        if (
            int.TryParse(
                PlainText.Of(cell).Trim(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var position
            )
        )
            draft.Position = position;
        else if (!WordReader.IsNothing(cell))
            draft.Refuse("position", cell, "notWhole");
    }

    private static void ReadStatus(RowDraft draft, string cell)
    {
        SpaceStatus? status = cell.ToLowerInvariant() switch
        {
            "vacant" => SpaceStatus.Vacant,
            "held" => SpaceStatus.Held,
            "let" => SpaceStatus.Let,
            _ => null,
        };
        if (status is null)
            draft.Refuse("status", cell, "notACode", "vacant, held, let");
        draft.Status = status;
    }

    private static void ReadBuilding(RowDraft draft, string cell)
    {
        if (RecordIds.IsValid(cell))
            draft.BuildingId = cell;
        else
            draft.Refuse(Column.BuildingId, cell, "notAnId");
    }

    private static void ReadNumber(RowDraft draft, string cell)
    {
        // Business registration numbers are printed with spaces: 3141 5926, 31415926 000.
        var digits = string.Concat(cell.Where(sign => sign is not (' ' or '-')));
        var number =
            digits.Length is 8 or 11 && digits.All(char.IsAsciiDigit)
                ? string.Concat(cell.Where(sign => sign != ' '))
                : cell;
        if (RegistrationNumbers.IsValid(number))
            draft.RegistrationNumber = number;
        else
            draft.Refuse(Number, cell, "notARegistrationNumber");
    }

    private static void ReadHeldUntil(RowDraft draft, string cell) =>
        draft.IsHeldByOffice = ReadDay(draft, HeldUntil, cell) is not null;

    private static DateOnly? ReadDay(RowDraft draft, string column, string cell)
    {
        if (WordReader.IsNothing(cell))
            return null;
        var (day, fault) = DayReader.Read(cell);
        if (fault is not null)
            draft.Refuse(column, cell, fault);
        return day;
    }
}
