using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes;

/// <summary>The validation of the versions of a programme's rule.</summary>
public static class VersionRules
{
    private const int MaxVersions = 50;
    private const int MaxParts = 100;
    private const int MaxCount = 1_000;
    private const int MaxTextLength = 300;
    private const long MaxMoney = 1_000_000_000_000;

    /// <summary>The versions, or every error at its path, such as <c>versions[1].from</c>. Never throws.</summary>
    /// <param name="programme">The programme to which the versions belong; its current versions are ignored.</param>
    public static Validated<ImmutableArray<ProgrammeVersion>> Check(
        Programme programme,
        ImmutableArray<ProgrammeVersion> versions
    )
    {
        var errors = new FieldErrors();
        ImmutableArray<ProgrammeVersion> all = versions.IsDefault ? [] : [.. versions.Select(Complete)];
        if (programme.Shape is RuleShape.Information && !all.IsEmpty)
            errors.Add("versions", "noRule");
        else if (programme.Shape is not RuleShape.Information && all.IsEmpty)
            errors.Add("versions", "required");
        if (all.Length > MaxVersions)
            errors.Add("versions", "tooMany", $"{MaxVersions}");
        for (var i = 0; i < all.Length && i < MaxVersions; i++)
        {
            CheckDays(all[i], i == 0 ? null : all[i - 1], $"versions[{i}]", errors);
            CheckNumbers(all[i], programme.Shape, $"versions[{i}]", errors);
            CheckTexts(all[i], programme.Shape, $"versions[{i}]", errors);
        }

        return errors.ToResult(all);
    }

    // Fills the members that a request body left out.
    private static ProgrammeVersion Complete(ProgrammeVersion version) =>
        version with
        {
            Source = version.Source ?? "",
            Needs = version.Needs.IsDefault ? [] : version.Needs,
            Salaries = version.Salaries.IsDefault ? [] : version.Salaries,
        };

    private static void CheckDays(ProgrammeVersion version, ProgrammeVersion? before, string path, FieldErrors errors)
    {
        if (version.From == default)
            errors.Add($"{path}.from", "required");
        if (version.To < version.From)
            errors.Add($"{path}.to", "endsBefore", $"{version.From:yyyy-MM-dd}");
        // Two versions must not hold on one day, and none may follow a version without an end.
        if (before is not null && (before.To is not { } last || version.From <= last))
            errors.Add($"{path}.from", "versionOverlap", before.To is { } end ? $"{end:yyyy-MM-dd}" : "–");
    }

    private static void CheckNumbers(ProgrammeVersion version, RuleShape shape, string path, FieldErrors errors)
    {
        var isShare = shape is RuleShape.MatchingGrant or RuleShape.Training or RuleShape.Accelerator;
        Range("government", version.Government, isShare ? 1 : 0, MaxParts, "");
        Range("applicant", version.Applicant, 0, MaxParts, "");
        Range("capPerProject", version.CapPerProject, 0, MaxMoney, "HK$");
        Range("cap", version.Cap, 0, MaxMoney, "HK$");
        Range("leastCost", version.LeastCost, 0, MaxMoney, "HK$");
        Range("leastOwn", version.LeastOwn, 0, MaxMoney, "HK$");
        Range("living", version.Living, 0, MaxMoney, "HK$");
        Range("atOnce", version.AtOnce, 1, MaxCount, "");
        Range("inAll", version.InAll, 1, MaxCount, "");
        Range("peopleAtOnce", version.PeopleAtOnce, 1, MaxCount, "");
        Range("people", version.People, 1, MaxCount, "");
        Range("monthsInAll", version.MonthsInAll, 1, MaxCount, "");
        Range("monthsEach", version.MonthsEach, 1, MaxCount, "");
        for (var i = 0; i < version.Salaries.Length; i++)
            Range($"salaries[{i}]", version.Salaries[i], 0, MaxMoney, "HK$");
        var salaries = shape is RuleShape.PersonMonths ? Enum.GetValues<Degree>().Length : 0;
        if (version.Salaries.Length != salaries)
            errors.Add($"{path}.salaries", "exactly", $"{salaries}");

        void Range(string name, long? number, long min, long max, string unit) =>
            errors.CheckRange($"{path}.{name}", number, min, max, unit);
    }

    private static void CheckTexts(ProgrammeVersion version, RuleShape shape, string path, FieldErrors errors)
    {
        Source(version.Source, $"{path}.source");
        if (version.DaysSource is { } days)
            Source(days, $"{path}.daysSource");
        if (shape is RuleShape.MatchingGrant && version.Project is null)
            errors.Add($"{path}.project", "required");
        for (var i = 0; i < version.Needs.Length; i++)
        {
            Source(version.Needs[i].Source ?? "", $"{path}.needs[{i}].source");
            if (!FactRules.Needable.Contains(version.Needs[i].Fact))
                errors.Add($"{path}.needs[{i}].fact", "notACode", string.Join(", ", FactRules.Needable));
            else if (version.Needs[i] is { Fact: FactRules.Industry, Yes: false })
                errors.Add($"{path}.needs[{i}].yes", "notACode", "true");
        }

        void Source(string text, string at)
        {
            if (string.IsNullOrWhiteSpace(text))
                errors.Add(at, "required");
            else if (text.Length > MaxTextLength)
                errors.Add(at, "tooLong", $"{MaxTextLength}");
        }
    }
}
