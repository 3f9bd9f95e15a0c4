using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Paths;

/// <summary>A profile's own values.</summary>
internal readonly struct ProfileReadings(Profile profile) : IReadings
{
    public int At(int attribute)
    {
        var definition = BoardTable.Sites.Attributes[attribute];
        return profile.Values.GetValueOrDefault(definition.Code) switch
        {
            FlagValue flag => flag.Yes ? 1 : 0,
            var value => Steps.Of(definition, value) ?? CompiledCriterion.Unknown,
        };
    }
}

/// <summary>One row of an index.</summary>
internal readonly ref struct RowReadings(Segment segment, ColumnSchema schema, int row) : IReadings
{
    public int At(int attribute) => segment.Column(schema.FirstColumnOf(attribute))[row];
}

/// <summary>A profile that is encoded as a row.</summary>
internal readonly ref struct CellReadings(ReadOnlySpan<int> cells, ColumnSchema schema) : IReadings
{
    private readonly ReadOnlySpan<int> _cells = cells;

    public int At(int attribute) => _cells[schema.FirstColumnOf(attribute)];
}
