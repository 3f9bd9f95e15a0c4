using Matchmaker.Contracts.Records;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Interchange.Columns;

/// <summary>One column: how its cell is read and how it is written, side by side so that what is written can be read back.</summary>
/// <param name="Read">Takes a cell that is neither empty nor <c>unknown</c>.</param>
/// <param name="Write">Gives a decimal, a whole number, a double, a bool, or a text; null: nothing is known.</param>
/// <param name="Forget">What the row takes away when the cell says <c>unknown</c>; null: that cannot be.</param>
internal sealed record Column(
    string Name,
    Action<RowDraft, string> Read,
    Func<Listing, object?> Write,
    Action<RowDraft>? Forget
)
{
    public const string Id = "id";
    public const string BuildingId = "building_id";

    /// <summary>The cell that takes a value away.</summary>
    public const string Unknown = "unknown";
}
