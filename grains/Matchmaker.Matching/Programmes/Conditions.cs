using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Programmes;

/// <summary>Collects the conditions of a rule, each with its outcome, limit and text.</summary>
internal sealed class Conditions
{
    private static readonly Dictionary<string, LocalText> Texts = Csv.Embedded("Programmes.conditions.csv")
        .ToDictionary(row => row["id"], row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]));

    private readonly ImmutableArray<ConditionResult>.Builder _all = ImmutableArray.CreateBuilder<ConditionResult>();

    public ImmutableArray<ConditionResult> All => _all.ToImmutable();

    /// <summary>The day of the application lies within the programme's period.</summary>
    public void Open(DateOnly on, DateOnly from, DateOnly? last, string source)
    {
        var isOpen = on >= from && (last is not { } end || on <= end);
        var limit = on > last ? last.Value : from;
        var text = Filled(on > last ? "closed" : "open", WrittenDay.Of(limit));
        Add("open", isOpen ? Outcome.Met : Outcome.Unmet, new DayValue(on), new DayValue(limit), null, text, source);
    }

    public void Flag(Need need, bool? actual) =>
        Add(
            need.Fact,
            Of(actual == need.Yes, actual),
            actual is { } known ? new FlagValue(known) : null,
            new FlagValue(need.Yes),
            null,
            Texts[need.Yes ? need.Fact : $"no.{need.Fact}"],
            need.Source
        );

    /// <summary>The industry is one of the strategic ones.</summary>
    public void Strategic(StrategicIndustry? actual, string source) =>
        Add(
            "strategicIndustry",
            Of(actual is not StrategicIndustry.Other, actual),
            actual is { } known ? new CodeValue(Camel(known)) : null,
            null,
            null,
            Texts["strategicIndustry"],
            source
        );

    /// <param name="unit">The unit of the shortfall: <c>projects</c>, <c>people</c> or <c>months</c>.</param>
    /// <param name="lowerBound">
    /// A known lower bound of the actual number; the condition is unmet if even the bound exceeds the limit.
    /// </param>
    public void AtMost(string id, long limit, long? actual, string unit, string source, long lowerBound = 0)
    {
        var outcome =
            actual <= limit ? Outcome.Met
            : actual > limit || lowerBound > limit ? Outcome.Unmet
            : Outcome.Unknown;
        Limit(
            id,
            outcome,
            limit,
            actual ?? (outcome is Outcome.Unmet ? lowerBound : null),
            (actual ?? lowerBound) - limit,
            unit,
            source
        );
    }

    /// <summary>An amount in HK$ is reached.</summary>
    public void AtLeast(string id, long limit, long? actual, string source) =>
        Limit(id, Of(actual >= limit, actual), limit, actual, limit - (actual ?? 0), "money", source);

    /// <summary>The institution pays its share of its accelerator's cost.</summary>
    /// <param name="least">HK$; null: the cost is unknown.</param>
    /// <param name="actual">HK$; null: unknown.</param>
    public void OwnShare(long? least, long? actual, ProgrammeVersion version)
    {
        const string Id = "acceleratorContribution";
        if (least is { } limit)
            AtLeast(Id, limit, actual, version.Source);
        else
            Add(
                Id,
                Outcome.Unknown,
                actual is { } known ? new NumberValue(known) : null,
                null,
                null,
                Filled($"{Id}.share", new LocalText(Plain: $"{version.Government}:{version.Applicant}")),
                version.Source
            );
    }

    private void Limit(string id, Outcome outcome, long limit, long? actual, long missing, string unit, string source)
    {
        var text = Filled(id, limit);
        long? shortfall = outcome is Outcome.Unmet ? missing : null;
        if (shortfall is { } number)
            text = Joined(text, Filled($"short.{unit}", number));
        Add(
            id,
            outcome,
            actual is { } known ? new NumberValue(known) : null,
            new NumberValue(limit),
            shortfall,
            text,
            source
        );
    }

    private void Add(
        string id,
        Outcome outcome,
        Value? actual,
        Value? required,
        long? shortfall,
        LocalText text,
        string source
    ) => _all.Add(new(id, outcome, actual, required, shortfall, text, source));

    private static Outcome Of<T>(bool holds, T? actual)
        where T : struct =>
        actual is null ? Outcome.Unknown
        : holds ? Outcome.Met
        : Outcome.Unmet;

    private static LocalText Filled(string id, long number)
    {
        var grouped = number.ToString("N0", CultureInfo.InvariantCulture);
        // "At most 1 projects" would be no English.
        return Filled(number == 1 && Texts.ContainsKey($"{id}.one") ? $"{id}.one" : id, new LocalText(Plain: grouped));
    }

    private static LocalText Filled(string id, LocalText value)
    {
        var text = Texts[id];
        return new(Fill(text.En!, "en"), Fill(text.ZhHant!, "zh-Hant"), Fill(text.ZhHans!, "zh-Hans"));

        string Fill(string form, string language) => form.Replace("{0}", value.In(language), StringComparison.Ordinal);
    }

    private static LocalText Joined(LocalText first, LocalText second) =>
        new($"{first.En} {second.En}", first.ZhHant + second.ZhHant, first.ZhHans + second.ZhHans);

    private static string Camel(StrategicIndustry industry)
    {
        var name = industry.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
