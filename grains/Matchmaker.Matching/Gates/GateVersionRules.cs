using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Gates;

/// <summary>What a version of the table of gates must keep to before it is published.</summary>
public static class GateVersionRules
{
    private const int MaxRows = 2_000;
    private const int MaxSource = 2_000;
    private const int MaxText = 1_000;

    /// <summary>
    /// The rows without blanks around their texts, or every error: of a row at <c>rows[3].key</c>, counted from 0.
    /// </summary>
    /// <param name="from">The day from which the version is to hold; the past is never judged anew.</param>
    /// <param name="today">In Hong Kong.</param>
    public static Validated<ImmutableArray<GateRow>> Check(ImmutableArray<GateRow> rows, DateOnly from, DateOnly today)
    {
        var errors = new FieldErrors();
        if (from < today)
            errors.Add("from", "endsBefore", $"{today:yyyy-MM-dd}");
        ImmutableArray<GateRow> all = rows.IsDefault ? [] : rows;
        if (all.IsEmpty)
            errors.Add("rows", "required");
        if (all.Length > MaxRows)
            return errors.ToTooMany(MaxRows);
        all = [.. all.Select(Trimmed)];
        for (var i = 0; i < all.Length; i++)
            CheckRow(all[i], $"rows[{i}]", errors);
        CheckOverlaps(all, errors);
        return errors.ToResult(all);
    }

    private static Validated<ImmutableArray<GateRow>> ToTooMany(this FieldErrors errors, int most)
    {
        errors.Add("rows", "tooMany", $"{most}");
        return errors.ToResult(ImmutableArray<GateRow>.Empty);
    }

    private static GateRow Trimmed(GateRow row) =>
        row with
        {
            Source = row.Source?.Trim() ?? "",
            Condition = Filled(row.Condition),
            Note = Filled(row.Note),
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void CheckRow(GateRow row, string path, FieldErrors errors)
    {
        if (row.Gate is GateKind.Plan or GateKind.Lease)
            CheckCode(UseGates.InputOf(row.Gate), row.Key, $"{path}.key", errors);
        else
            errors.Add($"{path}.gate", "notACode", "plan, lease");
        CheckCode(UseGates.Uses, row.Use, $"{path}.use", errors);
        if (!Enum.IsDefined(row.Verdict))
            errors.Add($"{path}.verdict", "required");
        if (row.To < row.From)
            errors.Add($"{path}.to", "endsBefore", $"{row.From:yyyy-MM-dd}");
        if (row.Source.Length == 0)
            errors.Add($"{path}.source", "required");
        errors.CheckText($"{path}.source", row.Source, MaxSource);
        errors.CheckText($"{path}.condition", row.Condition, MaxText);
        errors.CheckText($"{path}.note", row.Note, MaxText);
    }

    private static void CheckCode(string attribute, string? code, string path, FieldErrors errors)
    {
        var list = BoardTable.Sites.Find(attribute)!.Values;
        if (list.All(entry => entry.Code != code))
            errors.Add(path, "notACode", string.Join(", ", list.Select(entry => entry.Code)));
    }

    // By their first day, each is compared with the one that lasts the longest of those before it.
    private static void CheckOverlaps(ImmutableArray<GateRow> rows, FieldErrors errors)
    {
        var alike = Enumerable
            .Range(0, rows.Length)
            .GroupBy(i => (rows[i].Gate, rows[i].Key, rows[i].Use))
            .Select(group => group.OrderBy(i => rows[i].From ?? DateOnly.MinValue).ThenBy(i => i));
        foreach (var group in alike)
        {
            int? longest = null;
            foreach (var i in group)
            {
                if (longest is { } other && !(rows[other].To < (rows[i].From ?? DateOnly.MinValue)))
                    errors.Add($"rows[{i}].from", "ruleOverlap", $"{other + 1}");
                if (longest is not { } last || !(rows[last].To is null || rows[last].To >= rows[i].To))
                    longest = i;
            }
        }
    }
}
