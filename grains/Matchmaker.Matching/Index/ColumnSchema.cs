using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// The layout of a board's values in columns of whole numbers: one column per attribute (for a use attribute: one per
/// use), followed by one per attribute with the last day on which its value is fresh, of machines' path all values that
/// each path reads. Tags and points have no column and stay objects.
/// </summary>
internal sealed class ColumnSchema
{
    private static readonly ConditionalWeakTable<Board, ColumnSchema> ByBoard = [];

    private readonly ImmutableArray<int> _firstColumns;
    private readonly ImmutableArray<string> _tagAttributes;
    private readonly int _pathAttribute;

    private ColumnSchema(Board board)
    {
        Board = board;
        var firstColumns = ImmutableArray.CreateBuilder<int>(board.Attributes.Length);
        var next = 0;
        foreach (var attribute in board.Attributes)
        {
            firstColumns.Add(next);
            next += attribute.Kind switch
            {
                AttributeKind.Use => attribute.Values.Length,
                AttributeKind.Path => 0,
                _ => IsStoredAsValue(attribute) ? 0 : 1,
            };
        }

        _firstColumns = firstColumns.ToImmutable();
        _tagAttributes =
        [
            .. board
                .Attributes.Where(attribute => attribute.Kind is AttributeKind.Tags)
                .Select(attribute => attribute.Code),
        ];
        _pathAttribute = board.IndexOf(
            board.Attributes.FirstOrDefault(attribute => attribute.Kind is AttributeKind.Path)?.Code
        );
        FirstFreshColumn = next;
        GatedAttribute = board.IndexOf(board.Attributes.FirstOrDefault(attribute => attribute.IsGated)?.Code);
        GatedUses = GatedAttribute < 0 ? 0 : board.Attributes[GatedAttribute].Values.Length;
        ColumnCount = next + board.Attributes.Length;
    }

    public Board Board { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>
    /// The fresh-until column of the board's first attribute; the others follow in the board's order.
    /// </summary>
    public int FirstFreshColumn { get; }

    /// <summary>The index on the board of the attribute whose uses gates work out; -1: the board has none.</summary>
    public int GatedAttribute { get; }

    /// <summary>The number of its uses; 0: the board has none.</summary>
    public int GatedUses { get; }

    public static ColumnSchema Of(Board board) => ByBoard.GetValue(board, static board => new ColumnSchema(board));

    /// <summary>Whether the attribute's values stay objects, because their reading depends on the criterion.</summary>
    public static bool IsStoredAsValue(BoardAttribute attribute) =>
        attribute.Kind is AttributeKind.Tags or AttributeKind.Point;

    /// <summary>The column that a criterion reads; -1: it reads the value object.</summary>
    public int ColumnOf(CompiledCriterion criterion) =>
        criterion.Attribute.Kind switch
        {
            AttributeKind.Path => -1,
            _ when IsStoredAsValue(criterion.Attribute) => -1,
            AttributeKind.Use => _firstColumns[criterion.AttributeIndex]
                + criterion.Attribute.IndexOf(((CodeValue)criterion.Definition.Value!).Code),
            _ => _firstColumns[criterion.AttributeIndex],
        };

    /// <summary>The column of an attribute of one column, or of the first use of a use attribute.</summary>
    public int FirstColumnOf(int attributeIndex) => _firstColumns[attributeIndex];

    /// <summary>The column of a number or date attribute; -1: the board has none of that code.</summary>
    public int ColumnOfSteps(string code) =>
        Board.IndexOf(code) is var index and >= 0
        && Board.Attributes[index].Kind is AttributeKind.Number or AttributeKind.Date
            ? _firstColumns[index]
            : -1;

    /// <summary>Encodes a profile as one row.</summary>
    /// <param name="row">The target, at least <see cref="ColumnCount"/> numbers long.</param>
    /// <param name="values">Takes the values by the attribute's index on the board; empty: they are not wanted.</param>
    public void Encode(Profile profile, Span<int> row, Span<Value?> values = default)
    {
        row.Fill(CompiledCriterion.Unknown);
        var stated = 0UL;
        // Walking a dictionary costs a tenth of looking every attribute up.
        foreach (var (code, value) in profile.Values)
        {
            if (Board.IndexOf(code) is not (var index and >= 0))
                continue;
            stated |= 1UL << index;
            if (!values.IsEmpty)
                values[index] = value;
            WriteValue(Board.Attributes[index], value, row[_firstColumns[index]..]);
        }

        foreach (var (code, verified) in profile.VerifiedOn)
        {
            if (Board.IndexOf(code) is var index and >= 0 && ((stated >> index) & 1) == 1)
                row[FirstFreshColumn + index] = verified.DayNumber + Board.Attributes[index].FreshDays;
        }

        if (_pathAttribute >= 0)
            row[FirstFreshColumn + _pathAttribute] = PathFreshUntil(row);
    }

    // What is not known is never stale.
    private int PathFreshUntil(ReadOnlySpan<int> row)
    {
        var until = int.MaxValue;
        foreach (var attribute in PathNeeds.Always)
        {
            if (row[_firstColumns[attribute]] != CompiledCriterion.Unknown)
                until = Math.Min(until, row[FirstFreshColumn + attribute]);
        }

        return until;
    }

    /// <summary>Whether any claim of the profile expires between the two days.</summary>
    public bool ClaimsExpireBetween(Profile profile, DateOnly before, DateOnly after) =>
        _tagAttributes.Any(code =>
            profile.Values.TryGetValue(code, out var value)
            && value is TagsValue tags
            && Tags.AnyExpiresBetween(tags, before, after)
        );

    private static void WriteValue(BoardAttribute attribute, Value value, Span<int> cells)
    {
        switch (value)
        {
            case UsesValue uses when attribute.Kind is AttributeKind.Use:
                foreach (var (use, verdict) in uses.Uses)
                {
                    if (attribute.IndexOf(use) is var index and >= 0)
                        cells[index] = (int)verdict;
                }

                break;
            case CodeValue code when attribute.Kind is AttributeKind.Category:
                cells[0] = CompiledCriterion.CodeIndex(attribute, code.Code);
                break;
            case FlagValue flag when attribute.Kind is AttributeKind.Flag:
                cells[0] = flag.Yes ? 1 : 0;
                break;
            default:
                if (Steps.Of(attribute, value) is { } steps)
                    cells[0] = steps;
                break;
        }
    }
}
