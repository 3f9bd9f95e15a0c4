using Matchmaker.Matching;

namespace Matchmaker.Interchange;

/// <summary>A kind of records that files bring in and carry out; its columns are the format of both (api.md, "CSV columns").</summary>
public sealed class ListingKind
{
    private ListingKind(string code, Board board, bool isSpace)
    {
        Code = code;
        IsSpace = isSpace;
        Columns = [.. isSpace ? ListingColumns.OfSpaces : ListingColumns.OfPlaces, .. ValueColumns.Of(board)];
        ByName = Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    public static ListingKind Buildings { get; } = new("buildings", Boards.Sites, isSpace: false);

    public static ListingKind Spaces { get; } = new("spaces", Boards.Sites, isSpace: true);

    /// <summary>The kind's word in routes, such as <c>spaces</c>.</summary>
    public string Code { get; }

    /// <summary>The names of the columns, in the order in which they are written.</summary>
    public IEnumerable<string> ColumnNames => Columns.Select(column => column.Name);

    internal bool IsSpace { get; }

    internal IReadOnlyList<Column> Columns { get; }

    internal IReadOnlyDictionary<string, Column> ByName { get; }

    /// <summary>Without these a row has nowhere to go.</summary>
    internal IEnumerable<string> RequiredColumns => IsSpace ? [Column.Id, Column.BuildingId] : [Column.Id];

    /// <summary>The kind of that code; null: files do not carry it.</summary>
    public static ListingKind? Find(string code) => code switch
    {
        "buildings" => Buildings,
        "spaces" => Spaces,
        _ => null,
    };
}
