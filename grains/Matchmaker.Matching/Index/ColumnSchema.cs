using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// How a board's values stand in columns of whole numbers: one column an attribute (a use attribute: one a use), and one an attribute for
/// the last day on which its value is fresh. Tags and points stand as they are.
/// </summary>
internal sealed class ColumnSchema
{
    /// <summary>In a fresh-until column: no value, or one never verified.</summary>
    public const int NeverVerified = int.MinValue;

    private static readonly ConditionalWeakTable<Board, ColumnSchema> ByBoard = [];

    private readonly ImmutableArray<int> _first;
    private readonly ImmutableArray<string> _tags;

    private ColumnSchema(Board board)
    {
        Board = board;
        var first = ImmutableArray.CreateBuilder<int>(board.Attributes.Length);
        var next = 0;
        foreach (var attribute in board.Attributes)
        {
            first.Add(next);
            next += attribute.Kind switch
            {
                AttributeKind.Use => attribute.Values.Length,
                _ => KeepsValues(attribute) ? 0 : 1,
            };
        }

        _first = first.ToImmutable();
        _tags =
        [
            .. board
                .Attributes.Where(attribute => attribute.Kind is AttributeKind.Tags)
                .Select(attribute => attribute.Code),
        ];
        Fresh = next;
        Columns = next + board.Attributes.Length;
    }

    public Board Board { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>The fresh-until column of the board's first attribute; the others follow in the board's order.</summary>
    public int Fresh { get; }

    public static ColumnSchema Of(Board board) => ByBoard.GetValue(board, static board => new ColumnSchema(board));

    /// <summary>Whether the attribute's values stand as they are, because what they mean depends on the criterion.</summary>
    public static bool KeepsValues(BoardAttribute attribute) =>
        attribute.Kind is AttributeKind.Tags or AttributeKind.Point;

    /// <summary>The column that a criterion reads; -1: it reads the value itself.</summary>
    public int ColumnOf(CompiledCriterion gauge) =>
        gauge.Attribute.Kind switch
        {
            _ when KeepsValues(gauge.Attribute) => -1,
            AttributeKind.Use => _first[gauge.Place]
                + gauge.Attribute.PlaceOf(((CodeValue)gauge.Criterion.Value!).Code),
            _ => _first[gauge.Place],
        };

    /// <summary>Writes a profile as one row.</summary>
    /// <param name="row">As many numbers as there are <see cref="Columns"/>.</param>
    public void Write(Profile profile, Span<int> row)
    {
        row.Fill(CompiledCriterion.Unknown);
        for (var place = 0; place < _first.Length; place++)
        {
            var attribute = Board.Attributes[place];
            if (!profile.Values.TryGetValue(attribute.Code, out var value))
                continue;
            if (profile.VerifiedOn.TryGetValue(attribute.Code, out var verified))
                row[Fresh + place] = verified.DayNumber + attribute.FreshDays;
            WriteValue(attribute, value, row[_first[place]..]);
        }
    }

    /// <summary>Whether any claim of the profile expires between two days.</summary>
    public bool ClaimsTurn(Profile profile, DateOnly before, DateOnly after) =>
        _tags.Any(code =>
            profile.Values.TryGetValue(code, out var value) && value is TagsValue tags && Tags.Turn(tags, before, after)
        );

    private static void WriteValue(BoardAttribute attribute, Value value, Span<int> cells)
    {
        switch (value)
        {
            case UsesValue uses when attribute.Kind is AttributeKind.Use:
                foreach (var (use, verdict) in uses.Uses)
                {
                    if (attribute.PlaceOf(use) is var place and >= 0)
                        cells[place] = (int)verdict;
                }

                break;
            case CodeValue code when attribute.Kind is AttributeKind.Category:
                cells[0] = CompiledCriterion.PlaceOrBeyond(attribute, code.Code);
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
