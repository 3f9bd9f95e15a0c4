using System.Collections.Immutable;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search.Parsing.Doubts;

/// <summary>
/// Joins a name and its amount that a colon divides: "rent: $16 psf" is one wish. 起租 right behind an amount is no day
/// but says the least: 三年起租.
/// </summary>
internal static class Joints
{
    private static readonly ImmutableArray<Interpretation> AtLeast =
    [
        new ComparisonInterpretation(Comparison.AtLeast, ComparisonSide.After),
    ];

    public static void Join(List<TextSpan> spans, string folded)
    {
        JoinBases(spans, folded);
        for (var i = 1; i < spans.Count; i++)
        {
            if (
                spans[i - 1].Amount is not null
                && spans[i - 1].End == spans[i].Start
                && folded[spans[i].Start..spans[i].End] == "起租"
            )
                spans[i].Interpretations = AtLeast;
            var between = folded.AsSpan(spans[i - 1].End, Math.Max(0, spans[i].Start - spans[i - 1].End));
            // "Sprinklers: no" and 無塵室：唔需要 say it of what stands before.
            if (between.Trim() is ":" && spans[i - 1] is { IsValue: false, Interpretations: [FlagInterpretation, ..] })
                Answer(spans[i], folded);
            if (
                spans[i - 1].NamesAttribute
                && (
                    spans[i].IsValue
                    || spans[i].AsComparison is not null
                    || spans[i].Interpretations is [NowInterpretation, ..]
                )
                && between.Trim() is ":"
            )
                spans[i].FollowsBreak = false;
        }
    }

    private static void Answer(TextSpan span, string folded)
    {
        if (folded[span.Start..span.End] is "yes" or "y" or "是")
            span.Interpretations = [new StopWordInterpretation()];
        if (span.AsDenial is not { } denial)
            return;
        span.FollowsBreak = false;
        span.Interpretations = [denial with { Side = DenialSide.Behind }];
    }

    // 每呎唔過15蚊 has a comparison between the area and the sum for it.
    private static void JoinBases(List<TextSpan> spans, string folded)
    {
        for (var i = 2; i < spans.Count; i++)
        {
            if (
                spans[i] is { Amount: { Unit: "$" } sum, FollowsBreak: false }
                && spans[i - 1] is { AsComparison: not null, FollowsBreak: false }
                && spans[i - 2] is { Interpretations.IsEmpty: true, IsValue: false, Owner: null } area
                && UnitTable.Key(folded[area.Start..area.End]) is var unit
                && QuantityReader.IsRent(unit)
            )
                (spans[i].Amount, area.Owner) = (sum with { Unit = "$" + unit }, spans[i]);
        }
    }
}
