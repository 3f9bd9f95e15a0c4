using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Consortium;

/// <summary>The lines of a demand's bill: its <c>covers</c> musts.</summary>
public sealed class ConsortiumLines
{
    /// <summary>How many <c>covers</c> criteria a demand may have here.</summary>
    public const int Most = 12;

    private readonly ImmutableArray<(CompiledCriterion Gauge, int At)> _lines;

    /// <exception cref="ArgumentException">More than <see cref="Most"/> criteria are <c>covers</c>.</exception>
    internal ConsortiumLines(Board board, ImmutableArray<Criterion> criteria)
    {
        if (CountOf(criteria) > Most)
            throw new ArgumentException($"At most {Most} criteria may be covers.", nameof(criteria));
        // Because as wishes the lines keep their share of the score and refuse nobody.
        Others = new(
            board,
            [
                .. criteria.Select(criterion =>
                    criterion.Op is Op.Covers ? criterion with { Strength = Strength.Prefer } : criterion
                ),
            ]
        );
        _lines =
        [
            .. Others
                .Gauges.Select((gauge, at) => (gauge, at))
                .Where(line => criteria[line.at] is { Op: Op.Covers, Strength: Strength.Must }),
        ];
    }

    /// <summary>The whole demand, with the lines as wishes.</summary>
    internal CompiledDemand Others { get; }

    /// <summary>How many criteria are <c>covers</c>, musts and wishes together.</summary>
    public static int CountOf(ImmutableArray<Criterion> criteria) =>
        criteria.Count(criterion => criterion.Op is Op.Covers);

    /// <summary>The lines that the profile meets on that day, as bits.</summary>
    internal int CoveredBy(Profile profile, DateOnly day)
    {
        var covered = 0;
        for (var line = 0; line < _lines.Length; line++)
        {
            var gauge = _lines[line].Gauge;
            if (profile.Values.TryGetValue(gauge.Criterion.Attribute, out var tags) && gauge.Read(tags, day) == 1)
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
                        .Select(line => _lines[line].At),
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
                    (line, place) =>
                        new ConsortiumLine(line.At, byScore.First(member => (member.Lines >> place & 1) == 1).Id)
                ),
            ],
            [],
            true
        );
    }
}
