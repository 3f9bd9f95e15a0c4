using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.Upgrades.Steps;

/// <summary>What a version of the table of steps must keep to before it is published.</summary>
public static partial class StepVersionRules
{
    private const int MaxRows = 200;
    private const int MaxCodes = 50;
    private const int MaxName = 120;
    private const int MaxBasis = 2_000;
    private const int MaxLevel = 4;
    private const int MaxMonths = 120;
    private const long MaxCost = 1_000_000_000_000;

    /// <summary>
    /// The rows without blanks around their texts, or every error: of a row at <c>rows[3].costLow</c>, counted from 0.
    /// </summary>
    /// <param name="from">The day from which the version is to hold; no path of the past is drawn anew.</param>
    /// <param name="today">In Hong Kong.</param>
    /// <param name="taxonomies">As they stand now.</param>
    public static Validated<ImmutableArray<UpgradeStep>> Check(
        ImmutableArray<UpgradeStep> rows,
        DateOnly from,
        DateOnly today,
        TaxonomySet taxonomies
    )
    {
        var errors = new FieldErrors();
        if (from < today)
            errors.Add("from", "endsBefore", $"{today:yyyy-MM-dd}");
        ImmutableArray<UpgradeStep> all = rows.IsDefault ? [] : rows;
        if (all.IsEmpty)
            errors.Add("rows", "required");
        if (all.Length > MaxRows)
        {
            errors.Add("rows", "tooMany", $"{MaxRows}");
            return errors.ToResult(all);
        }

        all = [.. all.Select(Trimmed)];
        var check = new RowCheck(errors, taxonomies);
        foreach (var (i, row) in all.Index())
        {
            check.Row(row, $"rows[{i}]");
            if (row.Id.Length > 0 && all.Take(i).Any(other => other.Id == row.Id))
                errors.Add($"rows[{i}].id", "repeated", row.Id);
        }

        return errors.ToResult(all);
    }

    private static UpgradeStep Trimmed(UpgradeStep row) =>
        row with
        {
            Id = row.Id?.Trim() ?? "",
            Name = new(row.Name?.En?.Trim(), row.Name?.ZhHant?.Trim(), row.Name?.ZhHans?.Trim()),
            Dimension = row.Dimension ?? "",
            Symptoms = Codes(row.Symptoms),
            Builders = Codes(row.Builders),
            Fields = Codes(row.Fields),
            Programmes = Codes(row.Programmes),
            Training = Codes(row.Training),
            Certification = string.IsNullOrWhiteSpace(row.Certification) ? null : row.Certification,
            Needs = Codes(row.Needs),
            Basis = row.Basis?.Trim() ?? "",
        };

    private static ImmutableArray<string> Codes(ImmutableArray<string> codes) => codes.IsDefault ? [] : codes;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex IdForm();

    private sealed class RowCheck(FieldErrors errors, TaxonomySet taxonomies)
    {
        private static readonly string[] Dimensions = [.. UpgradeTable.Dimensions.Select(term => term.Code)];
        private static readonly string[] Symptoms = [.. UpgradeTable.Symptoms.Select(symptom => symptom.Code)];
        private static readonly string[] Programmes = [.. ProgrammeCatalogue.All.Select(programme => programme.Id)];
        private static readonly string[] Needs = [.. BoardTable.Sites.Attributes.Select(attribute => attribute.Code)];

        public void Row(UpgradeStep row, string path)
        {
            if (row.Id.Length > 60 || !IdForm().IsMatch(row.Id))
                errors.Add($"{path}.id", "stepId");
            foreach (var name in new[] { row.Name.En, row.Name.ZhHant, row.Name.ZhHans })
            {
                if (string.IsNullOrEmpty(name))
                    errors.Add($"{path}.name", "eachLanguage");
                errors.CheckText($"{path}.name", name, MaxName);
            }

            Listed($"{path}.dimension", row.Dimension, Dimensions);
            ListedAll($"{path}.symptoms", row.Symptoms, Symptoms);
            Pair("level", row.LevelFrom, row.LevelTo, "From", "To", 0, MaxLevel, "");
            Known($"{path}.builders", row.Builders, "partners", "capabilities");
            Known($"{path}.fields", row.Fields, "research", "fields");
            ListedAll($"{path}.programmes", row.Programmes, Programmes);
            ListedAll($"{path}.training", row.Training, Programmes);
            if (row.Certification is { } certification && !Knows("partners", "certifications", certification))
                errors.Add($"{path}.certification", "unknownTerm", certification);
            Pair("months", row.MonthsLow, row.MonthsHigh, "Low", "High", 1, MaxMonths, "");
            Pair("cost", row.CostLow, row.CostHigh, "Low", "High", 0, MaxCost, "HK$");
            ListedAll($"{path}.needs", row.Needs, Needs);
            if (row.Basis.Length == 0)
                errors.Add($"{path}.basis", "required");
            errors.CheckText($"{path}.basis", row.Basis, MaxBasis);

            void Pair(
                string name,
                long low,
                long high,
                string lowName,
                string highName,
                long min,
                long max,
                string unit
            )
            {
                errors.CheckRange($"{path}.{name}{lowName}", low, min, max, unit);
                errors.CheckRange($"{path}.{name}{highName}", high, min, max, unit);
                if (high < low)
                    errors.Add($"{path}.{name}{highName}", "belowLow", $"{low}");
            }
        }

        private void Listed(string path, string code, string[] known)
        {
            if (!known.Contains(code))
                errors.Add(path, "notACode", string.Join(", ", known));
        }

        private void ListedAll(string path, ImmutableArray<string> codes, string[] known) =>
            Each(path, codes, (at, code) => Listed(at, code, known));

        private void Known(string path, ImmutableArray<string> codes, string board, string attribute) =>
            Each(
                path,
                codes,
                (at, code) =>
                {
                    if (!Knows(board, attribute, code))
                        errors.Add(at, "unknownTerm", code);
                }
            );

        private bool Knows(string board, string attribute, string code) =>
            code is not null && taxonomies.Of(board, attribute).Any(taxonomy => taxonomy.Find(code) is not null);

        private void Each(string path, ImmutableArray<string> codes, Action<string, string> check)
        {
            if (codes.Length > MaxCodes)
            {
                errors.Add(path, "tooMany", $"{MaxCodes}");
                return;
            }

            foreach (var (i, code) in codes.Index())
                check($"{path}[{i}]", code);
            errors.CheckRepeats(path, codes);
        }
    }
}
