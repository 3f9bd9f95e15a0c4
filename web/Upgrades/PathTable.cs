using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Web.Exports;

namespace Matchmaker.Web.Upgrades;

/// <summary>
/// A manufacturer's path as one table: each step with its days, cost, programmes and their sources, who builds it and
/// what it opens; then the money of the whole path, by quarters.
/// </summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
/// <param name="programmes">The programmes' names and their sources.</param>
/// <param name="steps">Those of the path's day.</param>
internal sealed class PathTable(string language, ProgrammeList programmes, StepsOfDay steps)
{
    private static readonly string[] Columns = ["step", "part", "item", "says", "from", "to", "amount", "source"];

    private readonly TableWords _words = new("Upgrades.words.csv", language);

    public Table Of(DrawnPath path) =>
        new("path", [.. Columns.Select(column => _words[column])], path.Steps.SelectMany(Step).Concat(Money(path)));

    private IEnumerable<object?[]> Step(DrawnStep step, int index)
    {
        var name = $"{index + 1}. {_words.TextOf(steps.Find(step.Step)!.Name)}";
        yield return Row(
            "part.step",
            _words[step.CostAssumed ? "costAssumed" : "cost"],
            step.Withdrawn
                ? $"{_words[Json.Code(step.Status)]} – {_words["withdrawn"]}"
                : _words[Json.Code(step.Status)],
            step.Start,
            step.End,
            step.Cost
        );
        if (step.Funding is { } funding)
            yield return Row("part.funding", NameOf(funding.Programme), _words["best"], amount: funding.Amount);
        foreach (var offer in step.Programmes)
            yield return Row(
                "part.programme",
                NameOf(offer.Programme),
                offer.Amount switch
                {
                    null => _words["noRule"],
                    0 => _words["nothing"],
                    _ => null,
                },
                offer.From,
                offer.To,
                offer.Amount,
                offer.Source is { } code ? ProgrammeSource.Cite(code, programmes.Sources) : null
            );
        foreach (var (part, partners) in new[] { ("part.builder", step.Builders), ("part.centre", step.Centres) })
        {
            foreach (var partner in partners)
                yield return Row(
                    part,
                    _words.TextOf(partner.Name) ?? partner.Id,
                    $"{_words[Json.Code(partner.Verdict)]}, {Math.Round(partner.Score, 1)}"
                );
        }

        var opened = step.Opens.After - step.Opens.Before;
        if (opened > 0)
            yield return Row("part.opens", $"{step.Opens.After}", _words.Filled("opens", opened));

        object?[] Row(
            string part,
            string? item,
            string? says,
            DateOnly? from = null,
            DateOnly? to = null,
            long? amount = null,
            string? source = null
        ) => [name, _words[part], item, says, from, to, amount, source];
    }

    private IEnumerable<object?[]> Money(DrawnPath path)
    {
        var total = _words["part.total"];
        var quarters = path.Quarters.Select(quarter =>
            (
                Part: $"{quarter.Year} {_words.Filled("part.quarter", quarter.Quarter)}",
                quarter.Cost,
                quarter.Grants,
                Own: quarter.Cost - quarter.Grants
            )
        );
        return quarters
            .Prepend((Part: total, path.Totals.Cost, path.Totals.Grants, path.Totals.Own))
            .SelectMany(row =>
                new[] { ("cost", row.Cost), ("grants", row.Grants), ("own", row.Own) }.Select(money =>
                    new object?[] { null, row.Part, _words[money.Item1], null, null, null, money.Item2, null }
                )
            );
    }

    private string? NameOf(string programme) =>
        _words.TextOf(programmes.Items.First(each => each.Id == programme).Name);
}
