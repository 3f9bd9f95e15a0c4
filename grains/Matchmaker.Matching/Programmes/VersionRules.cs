using System.Collections.Immutable;

namespace Matchmaker.Matching.Programmes;

/// <summary>Which versions a programme's rule can have.</summary>
public static class VersionRules
{
    private const int MostVersions = 50;
    private const int MostParts = 100;
    private const int MostCount = 1_000;
    private const int MostText = 300;
    private const long MostMoney = 1_000_000_000_000;

    /// <summary>The versions, or every error at its path, such as <c>versions[1].from</c>. Never throws.</summary>
    /// <param name="programme">Whose rule they are; its own versions do not matter.</param>
    public static Validated<ImmutableArray<ProgrammeVersion>> Check(
        Programme programme,
        ImmutableArray<ProgrammeVersion> versions
    )
    {
        var errors = new FieldErrors();
        ImmutableArray<ProgrammeVersion> all = versions.IsDefault ? [] : [.. versions.Select(Whole)];
        if (programme.Shape is RuleShape.Information && !all.IsEmpty)
            errors.Add("versions", "noRule");
        else if (programme.Shape is not RuleShape.Information && all.IsEmpty)
            errors.Add("versions", "required");
        if (all.Length > MostVersions)
            errors.Add("versions", "tooMany", $"{MostVersions}");
        for (var i = 0; i < all.Length && i < MostVersions; i++)
        {
            Days(all[i], i == 0 ? null : all[i - 1], $"versions[{i}]", errors);
            Numbers(all[i], programme.Shape, $"versions[{i}]", errors);
            Words(all[i], programme.Shape, $"versions[{i}]", errors);
        }

        return errors.Judge(all);
    }

    // What a body leaves out.
    private static ProgrammeVersion Whole(ProgrammeVersion version) =>
        version with
        {
            Source = version.Source ?? "",
            Needs = version.Needs.IsDefault ? [] : version.Needs,
            Salaries = version.Salaries.IsDefault ? [] : version.Salaries,
        };

    private static void Days(ProgrammeVersion version, ProgrammeVersion? before, string path, FieldErrors errors)
    {
        if (version.From == default)
            errors.Add($"{path}.from", "required");
        if (version.To < version.From)
            errors.Add($"{path}.to", "endsBefore", $"{version.From:yyyy-MM-dd}");
        // Because two versions must not hold on one day, nor one follow a version that has no end.
        if (before is not null && (before.To is not { } last || version.From <= last))
            errors.Add($"{path}.from", "versionOverlap", before.To is { } end ? $"{end:yyyy-MM-dd}" : "–");
    }

    private static void Numbers(ProgrammeVersion version, RuleShape shape, string path, FieldErrors errors)
    {
        var isShare = shape is RuleShape.MatchingGrant or RuleShape.Training;
        Range("government", version.Government, isShare ? 1 : 0, MostParts, "");
        Range("applicant", version.Applicant, 0, MostParts, "");
        Range("capPerProject", version.CapPerProject, 0, MostMoney, "HK$");
        Range("cap", version.Cap, 0, MostMoney, "HK$");
        Range("leastCost", version.LeastCost, 0, MostMoney, "HK$");
        Range("leastOwn", version.LeastOwn, 0, MostMoney, "HK$");
        Range("living", version.Living, 0, MostMoney, "HK$");
        Range("atOnce", version.AtOnce, 1, MostCount, "");
        Range("inAll", version.InAll, 1, MostCount, "");
        Range("peopleAtOnce", version.PeopleAtOnce, 1, MostCount, "");
        Range("people", version.People, 1, MostCount, "");
        Range("monthsInAll", version.MonthsInAll, 1, MostCount, "");
        Range("monthsEach", version.MonthsEach, 1, MostCount, "");
        for (var i = 0; i < version.Salaries.Length; i++)
            Range($"salaries[{i}]", version.Salaries[i], 0, MostMoney, "HK$");
        var salaries = shape is RuleShape.PersonMonths ? Enum.GetValues<Degree>().Length : 0;
        if (version.Salaries.Length != salaries)
            errors.Add($"{path}.salaries", "exactly", $"{salaries}");

        void Range(string name, long? number, long least, long most, string unit) =>
            errors.CheckRange($"{path}.{name}", number, least, most, unit);
    }

    private static void Words(ProgrammeVersion version, RuleShape shape, string path, FieldErrors errors)
    {
        Source(version.Source, $"{path}.source");
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
            else if (text.Length > MostText)
                errors.Add(at, "tooLong", $"{MostText}");
        }
    }
}
