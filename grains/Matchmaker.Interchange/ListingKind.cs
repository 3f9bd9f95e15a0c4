using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Exports;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange;

/// <summary>
/// A kind of record that files import and export; its columns define the format of both (api.md, "CSV columns").
/// </summary>
public sealed class ListingKind
{
    private readonly string _record;

    private ListingKind(Kind kind, IEnumerable<Column> columns, ImportSend send, ListingPages pages)
    {
        (Code, Board, IsStandalone, _record) = (kind.Collection!, kind.Board!, kind.IsParty, kind.Code);
        Columns = [.. columns, .. ValueColumns.Of(Board)];
        ByName = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        Names = new(() => new(Columns));
        Send = send;
        List = pages;
    }

    public static ListingKind Buildings { get; } = Of<Building>(ListingColumns.OfBuildings, ImportSends.ToBuilding);

    public static ListingKind Spaces { get; } =
        new(KindTable.Of<Space>(), ListingColumns.OfSpaces, ImportSends.ToBuilding, Pages.Of<Space>) { IsSpace = true };

    public static ListingKind Firms { get; } =
        Of<Firm>(ListingColumns.OfFirms, ImportSends.To((grains, id) => grains.Firm(id)));

    public static ListingKind Centres { get; } =
        Of<Centre>(ListingColumns.OfCentres, ImportSends.To((grains, id) => grains.Centre(id)));

    /// <summary>Every kind with a file format.</summary>
    public static ImmutableArray<ListingKind> All { get; } = [Buildings, Spaces, Firms, Centres];

    /// <summary>The kind's word in routes, such as <c>spaces</c>.</summary>
    public string Code { get; }

    /// <summary>The names of the columns, in the order of export.</summary>
    public IEnumerable<string> ColumnNames => Exported.Select(column => column.Name);

    /// <summary>The columns that a file may have, with what people call them, in the order of export.</summary>
    public IEnumerable<KnownColumn> KnownColumns =>
        Columns.Select(column => new KnownColumn(
            column.Name,
            column.Label ?? new(Plain: column.Name),
            RequiredColumns.Contains(column.Name)
        ));

    /// <summary>The board whose attributes are columns of the kind.</summary>
    internal Board Board { get; }

    internal bool IsSpace { get; private init; }

    /// <summary>
    /// Whether each record is a grain of its own and takes one call per row; false: one call takes many rows of a
    /// building.
    /// </summary>
    internal bool IsStandalone { get; }

    internal IReadOnlyList<Column> Columns { get; }

    internal IReadOnlyDictionary<string, Column> ByName { get; }

    /// <summary>The columns that exports have, in their order.</summary>
    internal IEnumerable<Column> Exported => Columns.Where(column => column.IsExported);

    /// <summary>Finds columns by what a file calls them.</summary>
    internal Lazy<ColumnNames> Names { get; }

    internal ImportSend Send { get; }

    internal ListingPages List { get; }

    /// <summary>The columns that identify a row's grain.</summary>
    internal IEnumerable<string> RequiredColumns => IsSpace ? [Column.Id, Column.BuildingId] : [Column.Id];

    /// <summary>Whether the caller writes records of the kind; each row is checked as a PUT is.</summary>
    public bool MayImport(Caller caller) => Access.Writes(caller.Role, _record);

    /// <summary>The record that a caller's row is about without naming it: a firm's is itself. Null: none.</summary>
    internal string? OwnIdOf(Caller caller) => caller.IsOffice ? null : PartyId.IdOf(caller.Party, _record);

    /// <summary>The kind with that code; null: files do not carry it.</summary>
    public static ListingKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    private static ListingKind Of<T>(IEnumerable<Column> columns, ImportSend send)
        where T : Listing => new(KindTable.Of<T>(), columns, send, Pages.Of<T>);
}

/// <summary>A column that files of a kind may have.</summary>
/// <param name="Name">Its code, as exports write it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Required">Whether a file without it cannot be read.</param>
public sealed record KnownColumn(string Name, LocalText Label, bool Required);
