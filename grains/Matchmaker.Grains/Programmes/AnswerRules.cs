using System.Collections.Immutable;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Mail;
using Matchmaker.Matching;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Programmes;

/// <summary>What an applicant's answers come to in short, and how two of them differ. Pure.</summary>
internal static class AnswerRules
{
    /// <summary>The answers of programmes that have a rule.</summary>
    public static ImmutableArray<NotifiedAnswer> Of(Assessment assessment) =>
        [
            .. assessment
                .Programmes.Where(answer => answer.Verdict is not ProgrammeVerdict.InformationOnly)
                .Select(answer => new NotifiedAnswer(answer.Id, new(answer.Verdict, answer.Amount, answer.ChangesOn))),
        ];

    public static ImmutableArray<AnswerChange> Changes(
        ImmutableArray<NotifiedAnswer> before,
        ImmutableArray<NotifiedAnswer> now
    ) =>
        [
            .. now.Select(answer => new AnswerChange(
                    answer.Programme,
                    before.FirstOrDefault(told => told.Programme == answer.Programme)?.Answer,
                    answer.Answer
                ))
                .Where(change => change.Before is null || !IsSame(change.Before, change.Now)),
        ];

    /// <summary>A line for each change, in each language.</summary>
    public static LocalText Text(ImmutableArray<AnswerChange> changes) =>
        new(Lines(changes, LetterWords.English), Lines(changes, LetterWords.Hant), Lines(changes, LetterWords.Hans));

    private static string Lines(ImmutableArray<AnswerChange> changes, Func<LocalText, string> language) =>
        string.Join(
            '\n',
            changes.Select(change =>
                $"{language(ProgrammeCatalogue.Find(change.Programme)!.Name)}: {Line(change, language)}"
            )
        );

    private static string Line(AnswerChange change, Func<LocalText, string> language)
    {
        var now = Describe(change.Now.Verdict, change.Now.Amount, language);
        var line =
            change.Before is { } before && Describe(before.Verdict, before.Amount, language) is var then && then != now
                ? $"{then} → {now}"
                : now;
        return string.Join(
            "; ",
            (change.Now.ChangesOn ?? [])
                .Select(later =>
                    LetterWords.Filled("programme.from", language, language(WrittenDay.Of(later.On)))
                    + " "
                    + Describe(later.Verdict, later.Amount, language)
                )
                .Prepend(line)
        );
    }

    private static string Describe(ProgrammeVerdict verdict, long? amount, Func<LocalText, string> language)
    {
        var word = language(
            LetterWords.Label(
                $"programme.{(verdict is ProgrammeVerdict.Eligible ? "eligible" : verdict is ProgrammeVerdict.Conditional ? "conditional" : "ineligible")}"
            )
        );
        return amount is { } most ? $"{word} ({LetterWords.UpTo(most, language)})" : word;
    }

    private static bool IsSame(ShortAnswer answer, ShortAnswer other) =>
        (answer.Verdict, answer.Amount) == (other.Verdict, other.Amount)
        && (answer.ChangesOn ?? []).SequenceEqual(other.ChangesOn ?? []);
}

/// <summary>What an applicant was last told; its id is the applicant's.</summary>
internal sealed record NotifiedState : Record
{
    /// <summary>The version of the facts that were assessed: their own change is no news to its people.</summary>
    public required long Facts { get; init; }

    /// <summary>The industry that the party's own record stated then; null: none.</summary>
    public string? Industry { get; init; }

    public required ImmutableArray<NotifiedAnswer> Answers { get; init; }
}

internal sealed record NotifiedAnswer(string Programme, ShortAnswer Answer);
