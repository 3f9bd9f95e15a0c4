using Matchmaker.Contracts.Listings;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;

namespace Matchmaker.Interchange.Columns;

/// <summary>One column: reader and writer side by side, so that an export can be imported again.</summary>
/// <param name="Read">Reads a cell that is neither empty nor <c>unknown</c>.</param>
/// <param name="Write">Returns a decimal, an int, a double, a bool or a string; null: unknown.</param>
/// <param name="Clear">Deletes the value if the cell says <c>unknown</c>; null: the column cannot be unknown.</param>
internal sealed record Column(
    string Name,
    Action<RowDraft, string> Read,
    Func<Listing, object?> Write,
    Action<RowDraft>? Clear
)
{
    public const string Id = "id";
    public const string BuildingId = "building_id";

    /// <summary>The cell text that deletes a value.</summary>
    public const string Unknown = "unknown";

    /// <summary>A column of a file that nobody wants.</summary>
    public static readonly Column Ignored = new("", (_, _) => { }, _ => null, _ => { });

    /// <summary>The attribute whose value the column holds; null: it holds no attribute.</summary>
    public BoardAttribute? Attribute { get; init; }

    /// <summary>What people call it; null: it has no name but its code.</summary>
    public LocalText? Label => Attribute?.Label ?? ColumnWords.LabelOf(Name);

    /// <summary>Whether exports have the column; others are read only.</summary>
    public bool IsExported { get; init; } = true;

    /// <summary>The unit in which cells without one are written; null: the attribute's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The same column with the unit that its name in the file has.</summary>
    public Column In(BoardAttribute attribute, string unit) =>
        this with
        {
            Unit = unit,
            Read = (draft, cell) =>
            {
                // A cell may have its own unit, or be a word without any; it is then read as it stands.
                var inUnit = $"{cell} {unit}";
                Read(draft, AttributeReader.IsNumber(attribute, inUnit) ? inUnit : cell);
            },
        };
}
