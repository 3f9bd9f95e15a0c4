using System.Collections.Immutable;
using System.Text.Json;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Mail;
using Matchmaker.Matching;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Reminders;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Upgrades;

/// <summary>What a firm's people know of the path that it keeps; its id is the firm's.</summary>
internal sealed record NotifiedPath : Record
{
    private const int MostNews = 20;

    /// <summary>What the firm itself says, as far as funding rests on it: its own change is no news.</summary>
    public required OwnBasis Own { get; init; }

    public required ImmutableArray<StepAnswer> Answers { get; init; }

    /// <summary>The windows whose end was told, until they have closed: none is told twice.</summary>
    public required ImmutableArray<ClosingWindow> Warned { get; init; }

    /// <summary>What was told, the latest first.</summary>
    public required ImmutableArray<PathNews> News { get; init; }

    /// <summary>What they know from a day on.</summary>
    /// <param name="told">What they knew; null: nothing yet.</param>
    /// <param name="chosen">The kept steps.</param>
    /// <param name="path">The answer to them.</param>
    public static NotifiedPath After(
        NotifiedPath? told,
        ImmutableArray<ChosenStep> chosen,
        FundedPath path,
        DateOnly day
    )
    {
        // A proof and its day pay for nothing.
        var own = new OwnBasis([.. chosen.Select(step => step with { Day = null, Proof = null })], path.Facts);
        var isOwnChange = told is null || !told.Own.IsSame(own);
        var warned = (told?.Warned ?? []).Where(window => window.LastDay >= day).ToImmutableArray();
        var news = new PathNews(
            day,
            isOwnChange ? [] : PathReminders.Changes(told!.Answers, path.Answers),
            [.. PathReminders.Closing(path.Steps, path.Answers, day).Except(warned)]
        );
        var earlier = told?.News ?? [];
        return new()
        {
            Id = path.Firm,
            Own = own,
            Answers = path.Answers,
            Warned = [.. warned, .. news.Closing],
            News = news.Changes.IsEmpty && news.Closing.IsEmpty ? earlier : [news, .. earlier.Take(MostNews - 1)],
        };
    }

    /// <summary>A line for each of the news, in each language.</summary>
    /// <param name="steps">Those of the day.</param>
    public static LocalText Text(PathNews news, StepsOfDay steps) =>
        new(
            Lines(news, steps, LetterWords.English),
            Lines(news, steps, LetterWords.Hant),
            Lines(news, steps, LetterWords.Hans)
        );

    private static string Lines(PathNews news, StepsOfDay steps, Func<LocalText, string> language)
    {
        var changes = news.Changes.Select(change =>
            $"{StepName(change.Step)}: {Describe(change.Before)} → {Describe(change.Now)}"
        );
        var closing = news.Closing.Select(window =>
            $"{StepName(window.Step)}: "
            + LetterWords.Filled(
                "upgrade.closes",
                language,
                ProgrammeName(window.Programme),
                language(WrittenDay.Of(window.LastDay))
            )
        );
        return string.Join('\n', changes.Concat(closing));

        string StepName(string step) => language(steps.Find(step)!.Name);

        string ProgrammeName(string programme) => language(ProgrammeCatalogue.Find(programme)!.Name);

        string Describe(StepPayer? payer) =>
            payer is null
                ? language(LetterWords.Label("upgrade.nobody"))
                : $"{ProgrammeName(payer.Programme)} ({LetterWords.UpTo(payer.Amount, language)}{Until(payer)})";

        string Until(StepPayer payer) =>
            payer.Until is { } last ? LetterWords.Filled("upgrade.until", language, language(WrittenDay.Of(last))) : "";
    }
}

/// <summary>A firm's kept steps and facts, as far as funding rests on them.</summary>
internal sealed record OwnBasis(ImmutableArray<ChosenStep> Steps, Facts Facts)
{
    public bool IsSame(OwnBasis other) =>
        JsonSerializer.Serialize(this, RecordJson.Options) == JsonSerializer.Serialize(other, RecordJson.Options);
}
