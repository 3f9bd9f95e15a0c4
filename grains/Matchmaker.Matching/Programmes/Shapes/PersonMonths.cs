namespace Matchmaker.Matching.Programmes.Shapes;

/// <summary>The rule of talent schemes: an amount for each month of each research talent, by degree.</summary>
internal static class PersonMonths
{
    // The limits on people and months come from the policy paper; those on one talent and on salaries from the version.
    private const string Paper = "S00";

    public static RuleAnswer Of(
        ProgrammeVersion version,
        Facts facts,
        Readings readings,
        TalentScheme scheme,
        Conditions conditions
    )
    {
        ResearchTalent[]? talents = facts.ResearchTalents is { } all
            ? [.. all.Where(talent => talent.Scheme == scheme)]
            : null;
        if (version.PeopleAtOnce is { } atOnce)
            conditions.AtMost(
                "talentsAtOnce",
                atOnce,
                AtOnce(facts.TalentsAtOnce, talents?.Length, atOnce),
                "people",
                Paper
            );
        if (version.People is { } people)
            conditions.AtMost("researchTalents", people, talents?.Length, "people", Paper);
        if (version.MonthsInAll is { } inAll)
            conditions.AtMost("personMonths", inAll, talents?.Sum(talent => (long)talent.Months), "months", Paper);
        if (version.MonthsEach is { } each)
            conditions.AtMost(
                "monthsEach",
                each,
                talents?.Select(talent => (long)talent.Months).DefaultIfEmpty().Max(),
                "months",
                version.Source
            );
        return talents is null ? new(null, null, ["researchTalents"])
            : talents.Length == 0 ? RuleAnswer.Nothing
            : new(talents.Sum(talent => Sum(version, talent, readings.Half)), null, []);
    }

    // At most the number of talents: a short enough list keeps the limit without the fact itself.
    private static long? AtOnce(int? atOnce, int? talents, int limit) =>
        atOnce is { } known ? Math.Min(known, talents ?? known)
        : talents <= limit ? talents
        : null;

    private static long Sum(ProgrammeVersion version, ResearchTalent talent, HalfReading reading)
    {
        var salary = Math.Min(version.Salaries[(int)talent.Degree], talent.MonthlySalary ?? long.MaxValue);
        var isHalved = version.Applicant > 0;
        var living =
            talent.Degree is Degree.Doctor && (!isHalved || reading is HalfReading.SalaryAndLiving)
                ? version.Living ?? 0
                : 0;
        var month = salary + living;
        return isHalved ? version.ShareOf(month * talent.Months) : month * talent.Months;
    }
}
