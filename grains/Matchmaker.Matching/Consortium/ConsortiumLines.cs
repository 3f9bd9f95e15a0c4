using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Consortium;

/// <summary>The lines of a demand that a consortium must cover: its <c>covers</c> musts.</summary>
public sealed class ConsortiumLines
{
    /// <summary>The maximum number of <c>covers</c> criteria of a demand with a consortium.</summary>
    public const int MaxLines = 12;

    private readonly ImmutableArray<(CompiledCriterion Criterion, int Index)> _lines;

    /// <exception cref="ArgumentException">More than <see cref="MaxLines"/> criteria are <c>covers</c>.</exception>
    internal ConsortiumLines(Board board, ImmutableArray<Criterion> criteria, GateTable gates)
    {
        if (CountOf(criteria) > MaxLines)
            throw new ArgumentException($"At most {MaxLines} criteria can be covers.", nameof(criteria));
        // As preferences, the lines keep their share of the score and reject no firm.
        WithoutLines = new(
            board,
            [
                .. criteria.Select(criterion =>
                    criterion.Op is Op.Covers ? criterion with { Strength = Strength.Prefer } : criterion
                ),
            ],
            gates
        );
        _lines =
        [
            .. WithoutLines
                .Criteria.Select((criterion, index) => (criterion, index))
                .Where(line => criteria[line.index] is { Op: Op.Covers, Strength: Strength.Must }),
        ];
    }

    /// <summary>The whole demand, with the lines turned from musts into preferences.</summary>
    internal CompiledDemand WithoutLines { get; }

    /// <summary>The number of <c>covers</c> criteria, musts and preferences together.</summary>
    public static int CountOf(ImmutableArray<Criterion> criteria) =>
        criteria.Count(criterion => criterion.Op is Op.Covers);

    /// <summary>The lines that the profile covers on that day, as bits.</summary>
    internal int CoveredBy(Profile profile, DateOnly day)
    {
        var covered = 0;
        for (var line = 0; line < _lines.Length; line++)
        {
            var criterion = _lines[line].Criterion;
            if (
                profile.Values.TryGetValue(criterion.Definition.Attribute, out var tags)
                && criterion.Read(tags, day) == 1
            )
                covered |= 1 << line;
        }

        return covered;
    }

    internal ConsortiumReport Report(List<Member> members)
    {
        if (_lines.IsEmpty)
            return new([], [], [], true);
        if (Covering.Best(members, _lines.Length) is not { } chosen)
        {
            var covered = members.Aggregate(0, (bits, member) => bits | member.Lines);
            return new(
                [],
                [],
                [
                    .. Enumerable
                        .Range(0, _lines.Length)
                        .Where(line => (covered >> line & 1) == 0)
                        .Select(line => _lines[line].Index),
                ],
                true
            );
        }

        var byScore = chosen
            .OrderByDescending(member => member.Points)
            .ThenBy(member => member.Id, StringComparer.Ordinal)
            .ToList();
        return new(
            [.. chosen.Select(member => member.Id)],
            [
                .. _lines.Select(
                    (line, position) =>
                        new ConsortiumLine(line.Index, byScore.First(member => (member.Lines >> position & 1) == 1).Id)
                ),
            ],
            [],
            true
        );
    }
}
