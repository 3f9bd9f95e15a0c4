using Matchmaker.Contracts.Listings;

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
}
