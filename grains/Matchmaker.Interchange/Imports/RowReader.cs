using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Ids;

namespace Matchmaker.Interchange.Imports;

/// <summary>Converts a row to a patch, or reports all its errors.</summary>
internal sealed class RowReader
{
    private static readonly string[] Telling =
    [
        "name_en",
        "name_zh_hant",
        "name_zh_hans",
        "address_en",
        "address_zh_hant",
        Column.BuildingId,
        "registration_number",
        "unit",
        "floor",
    ];

    private readonly ImportFile _file;
    private readonly int _idIndex,
        _buildingIndex;

    private readonly List<int> _telling;
    private readonly DateOnly _today;
    private readonly string? _ownId;

    /// <param name="today">The day of reading.</param>
    /// <param name="ownId">The record that a row without an id is about; null: what names the row makes its id.</param>
    public RowReader(ImportFile file, DateOnly today, string? ownId = null)
    {
        (_today, _ownId) = (today, ownId);
        _file = file;
        _idIndex = IndexOf(Column.Id);
        _buildingIndex = file.Kind.IsSpace ? IndexOf(Column.BuildingId) : -1;
        _telling = [.. Telling.Select(IndexOf).Where(index => index >= 0)];
    }

    /// <summary>
    /// The file with an id of its own for each row that is named as an earlier one is: the second <c>wing-fat</c> is
    /// <c>wing-fat-2</c>. The same file makes the same ids again.
    /// </summary>
    public static ImportFile Named(ImportFile file, string? ownId)
    {
        var reader = new RowReader(file, default, ownId);
        if (reader._idIndex >= 0 || ownId is not null)
            return file;
        var (taken, repeated) = (new HashSet<string>(StringComparer.Ordinal), new List<(SourceRow Row, string Key)>());
        foreach (var row in file.Rows)
        {
            if (reader.Target(row) is { } target && !taken.Add(target.Id))
                repeated.Add((row, target.Id));
        }

        var (others, last) = (new Dictionary<int, string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (row, key) in repeated)
        {
            var number = last.GetValueOrDefault(key, 1) + 1;
            while (!taken.Add($"{key}-{number}"))
                number++;
            last[key] = number;
            others[row.Line] = $"{reader.MadeIdOf(row)}-{number}";
        }

        return others.Count == 0 ? file : file with { OtherIds = others };
    }

    /// <summary>The target of the row; null: its ids are invalid, which <see cref="Read"/> reports.</summary>
    /// <returns>The id of the building and the record's full id.</returns>
    public (string Building, string Id)? Target(SourceRow row)
    {
        if (row.Cells.Length <= Math.Max(_idIndex, _buildingIndex))
            return null;
        var id = IdOf(row);
        if (!_file.Kind.IsSpace)
            return RecordIds.IsValid(id) ? (id, id) : null;

        var building = CellText.Read(row.Cells[_buildingIndex]);
        var space = id.StartsWith(building + "/", StringComparison.Ordinal) ? id[(building.Length + 1)..] : id;
        return RecordIds.IsValid(building) && RecordIds.IsValid(space)
            ? (building, new SpaceId(building, space).ToString())
            : null;
    }

    /// <summary>The patch; null: the row has errors.</summary>
    public ListingPatch? Read(SourceRow row, List<CellError> errors)
    {
        if (row.Cells.Length != _file.Columns.Count)
        {
            errors.Add(new("", "", new("", "cellCount", $"{row.Cells.Length}", $"{_file.Columns.Count}")));
            return null;
        }

        var draft = new RowDraft { Today = _today };
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.Cells[i].Length > 0)
                ReadCell(draft, _file.Columns[i], row.Cells[i]);
        }

        draft.Location.Combine();
        var target = Target(row);
        if (target is null)
            RejectIds(draft, row);
        errors.AddRange(draft.Errors);
        return draft.Errors.Count == 0 ? draft.ToPatch(target!.Value.Id) : null;
    }

    /// <summary>
    /// What tells the row's record from others: its names, address, number and place. Null: its ids are invalid. Errors
    /// are left to <see cref="Read"/>.
    /// </summary>
    public ListingPatch? Sketch(SourceRow row)
    {
        if (row.Cells.Length != _file.Columns.Count || Target(row) is not { } target)
            return null;
        var draft = new RowDraft { Today = _today };
        foreach (var i in _telling)
        {
            if (row.Cells[i].Length > 0)
                ReadCell(draft, _file.Columns[i], row.Cells[i]);
        }

        return draft.ToPatch(target.Id);
    }

    /// <summary>The cell in that column as written; empty: the file lacks the column.</summary>
    public string CellOf(SourceRow row, string column) =>
        IndexOf(column) is var index and >= 0 && index < row.Cells.Length ? row.Cells[index] : "";

    private string IdOf(SourceRow row) =>
        _idIndex >= 0 && (row.Cells[_idIndex].Length > 0 || _ownId is null)
            ? CellText.Read(row.Cells[_idIndex])
            : _ownId ?? _file.OtherIds.GetValueOrDefault(row.Line) ?? MadeIdOf(row);

    private string MadeIdOf(SourceRow row) => MadeIds.Of(_file.Kind, column => CellOf(row, column));

    private static void ReadCell(RowDraft draft, Column column, string cell)
    {
        if (!cell.Equals(Column.Unknown, StringComparison.OrdinalIgnoreCase))
            column.Read(draft, CellText.Read(cell));
        else if (column.Clear is { } clear)
            clear(draft);
        else
            draft.Refuse(column.Name, cell, "required");
    }

    private void RejectIds(RowDraft draft, SourceRow row)
    {
        var id = _idIndex >= 0 ? CellOf(row, Column.Id) : IdOf(row);
        var building = CellOf(row, Column.BuildingId);
        if (_file.Kind.IsSpace && !RecordIds.IsValid(building))
            draft.Refuse(Column.BuildingId, building, building.Length == 0 ? "required" : "notAnId");
        if (id.Length == 0)
            draft.Refuse(Column.Id, id, "required");
        else if (
            _file.Kind.IsSpace
            && SpaceId.Parse(id) is { } stated
            && !stated.Space.Contains('/')
            && stated.Building != building
        )
            draft.Refuse(Column.Id, id, "otherBuilding", building);
        else if (!RecordIds.IsValid(SpaceId.Parse(id)?.Space ?? id) || (!_file.Kind.IsSpace && id.Contains('/')))
            draft.Refuse(Column.Id, id, "notAnId");
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < _file.Columns.Count; i++)
        {
            if (_file.Columns[i].Name == column)
                return i;
        }

        return -1;
    }
}
