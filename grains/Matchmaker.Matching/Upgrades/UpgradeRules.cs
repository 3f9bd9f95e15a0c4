using System.Collections.Immutable;
using Matchmaker.Matching.Upgrades.Steps;

namespace Matchmaker.Matching.Upgrades;

/// <summary>The validation of a manufacturer's answers and steps.</summary>
public static class UpgradeRules
{
    /// <summary>The best funding of so many steps is found by trying all.</summary>
    public const int MaxSteps = 8;

    private const int MaxLevel = 4;
    private const int MaxMonths = 120;
    private const int MaxTextLength = 500;
    private const long MaxCost = 1_000_000_000_000;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    /// <summary>Every error at its path, such as <c>steps[2].cost</c>. Never throws.</summary>
    /// <param name="table">The steps of the day.</param>
    /// <param name="kept">The ids of steps that may stand although they are no longer offered.</param>
    public static ImmutableArray<FieldError> Check(
        StepsOfDay table,
        UpgradeAnswers answers,
        ImmutableArray<ChosenStep> steps,
        IReadOnlyCollection<string> kept
    )
    {
        ImmutableArray<string> offered = [.. table.Offered.Select(step => step.Id)];
        var errors = new FieldErrors();
        errors.CheckProse("answers.makes", answers.Makes, MaxTextLength);
        errors.CheckRange("answers.level", answers.Level, 0, MaxLevel, "");
        CheckCodes("answers.symptoms", answers.Symptoms, [.. UpgradeTable.Symptoms.Select(symptom => symptom.Code)]);
        CheckCodes("answers.wanted", answers.Wanted, offered, kept);
        if (steps.Length > MaxSteps)
            errors.Add("steps", "tooMany", $"{MaxSteps}");
        for (var i = 0; i < steps.Length; i++)
            CheckStep($"steps[{i}]", steps[i], steps.Take(i));
        return errors.ToResult(0).Errors;

        void CheckStep(string path, ChosenStep step, IEnumerable<ChosenStep> earlier)
        {
            if (table.Find(step.Step) is null || (!offered.Contains(step.Step) && !kept.Contains(step.Step)))
                errors.Add($"{path}.step", "notACode", string.Join(", ", offered));
            if (earlier.Any(other => other.Step == step.Step))
                errors.Add($"{path}.step", "repeated", step.Step);
            CheckDay($"{path}.start", step.Start);
            CheckDay($"{path}.day", step.Day);
            errors.CheckRange($"{path}.months", step.Months, 1, MaxMonths, "");
            errors.CheckRange($"{path}.cost", step.Cost, 0, MaxCost, "HK$");
            if (!Enum.IsDefined(step.Status))
                errors.Add($"{path}.status", "notACode", "planned, applied, approved, done");
            errors.CheckProse($"{path}.proof", step.Proof, MaxTextLength);
        }

        void CheckDay(string path, DateOnly? day)
        {
            if (day < FirstDay || day > LastDay)
                errors.Add(path, "outOfRange", $"{FirstDay:yyyy-MM-dd}", $"{LastDay:yyyy-MM-dd}", "");
        }

        void CheckCodes(
            string path,
            ImmutableArray<string>? codes,
            ImmutableArray<string> known,
            IReadOnlyCollection<string>? others = null
        )
        {
            foreach (var (i, code) in (codes ?? []).Index())
            {
                if (!known.Contains(code) && others?.Contains(code) is not true)
                    errors.Add($"{path}[{i}]", "notACode", string.Join(", ", known));
            }

            errors.CheckRepeats(path, codes ?? []);
        }
    }
}
