using System.Collections.Immutable;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Criteria;

/// <summary>Which criteria a board takes, and their operands brought onto the attributes' steps (matching.md section 3).</summary>
public static class DemandRules
{
    /// <summary>The most criteria that one demand may have.</summary>
    public const int MostCriteria = 100;

    /// <summary>The criteria with their operands on the step, or every error, at paths such as <c>criteria[2].limit</c>. Never throws.</summary>
    /// <param name="path">What the criteria are called where they stand, such as <c>criteria</c>.</param>
    public static Validated<ImmutableArray<Criterion>> Check(
        Board board,
        ImmutableArray<Criterion> criteria,
        string path
    )
    {
        var errors = new FieldErrors();
        var given = criteria.IsDefault ? [] : criteria;
        if (given.Length > MostCriteria)
            errors.Add(path, "tooMany", $"{MostCriteria}");

        var kept = ImmutableArray.CreateBuilder<Criterion>(given.Length);
        for (var i = 0; i < given.Length && i < MostCriteria; i++)
            kept.Add(Normal(board, given[i], $"{path}[{i}]", errors));

        return errors.Judge(kept.ToImmutable());
    }

    private static Criterion Normal(Board board, Criterion? criterion, string path, FieldErrors errors)
    {
        if (criterion is null)
        {
            errors.Add(path, "required");
            return null!; // never seen: there is an error
        }

        if (criterion.Weight is < 1 or > 10)
            errors.Add($"{path}.weight", "outOfRange", "1", "10", "");
        if (!Enum.IsDefined(criterion.Strength))
            errors.Add($"{path}.strength", "unknownStrength");

        if (criterion.Attribute is null || board.Find(criterion.Attribute) is not { } attribute)
            errors.Add($"{path}.attribute", "unknownAttribute", criterion.Attribute ?? "");
        else if (!attribute.Ops.Contains(criterion.Op))
            errors.Add($"{path}.op", "unknownOp", string.Join(", ", attribute.Ops.Select(Word)));
        else
            return new Operands(attribute, criterion, path, errors).Normal();
        return criterion;
    }

    /// <summary>The op as it is written in JSON.</summary>
    internal static string Word(Op op)
    {
        var name = op.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
