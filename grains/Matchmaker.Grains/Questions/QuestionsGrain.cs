using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Questions;

/// <summary>
/// Derives the questions from today's records, so that an answered one disappears at once; stores when each was first
/// asked.
/// </summary>
[StatelessWorker]
internal sealed partial class QuestionsGrain(Database database, TimeProvider time) : Grain, IQuestionsGrain
{
    private const int Most = 200;

    private readonly QuestionRepository _questions = new(database);

    public async Task<ImmutableArray<Question>> List(Caller caller, CancellationToken cancellation = default)
    {
        if (caller.Party is not { } party)
            return [];
        var asked = (await _questions.ListAsked(party.ToString())).ToDictionary(row =>
            (row.Kind, row.Id, row.Attribute, row.VerifiedOn)
        );
        var today = time.Today();
        var stating = await _questions.ListStating(party.ToString());
        var open = (await RequestsTo(party.ToString()))
            .Concat(stating.SelectMany(row => StaleFacts.Of(row, today)))
            .Where(question => asked.GetValueOrDefault(Key(question)) is not { Dismissed: not 0 })
            .OrderByDescending(question => question.AskedAt is not null)
            .ThenBy(question => question.VerifiedOn ?? DateOnly.MinValue)
            .ThenBy(question => question.Kind, StringComparer.Ordinal)
            .ThenBy(question => question.Id, StringComparer.Ordinal)
            .Take(Most)
            .ToImmutableArray();
        var now = time.GetUtcNow();
        var fresh = open.Where(question => question.AskedAt is null && !asked.ContainsKey(Key(question))).ToList();
        if (fresh.Count > 0)
            await _questions.Ask(fresh, now);
        return
        [
            .. open.Select(question =>
                question with
                {
                    AskedAt =
                        question.AskedAt
                        ?? (asked.GetValueOrDefault(Key(question)) is { } row ? Instants.Read(row.AskedAt) : now),
                }
            ),
        ];
    }

    public async Task Dismiss(Caller caller, Question question, CancellationToken cancellation = default)
    {
        if (
            caller.Party is not { } party
            || (await _questions.ListStating(party.ToString())).All(row =>
                (row.Kind, row.Id) != (question.Kind, question.Id)
            )
        )
            throw new NotFoundException();
        await _questions.Ask([question], time.GetUtcNow());
        await _questions.Dismiss(question);
    }

    private static (string, string, string, string) Key(Question question) =>
        (question.Kind, question.Id, question.Attribute, QuestionRepository.Day(question.VerifiedOn));
}

/// <summary>Which facts of a record are stale (matching.md section 2). Pure.</summary>
internal static class StaleFacts
{
    public static IEnumerable<Question> Of(OwnRow row, DateOnly today)
    {
        var kind = KindTable.Of(row.Kind);
        var listing = (Listing)RecordJson.Read(kind, row.Body);
        foreach (var code in listing.Values.Keys)
        {
            var day = listing.Facts?.GetValueOrDefault(code)?.VerifiedOn ?? listing.VerifiedOn;
            if (
                kind.Board!.Find(code) is { } attribute
                && (day is null || day.Value.DayNumber + attribute.FreshDays < today.DayNumber)
            )
                yield return new(row.Kind, row.Id, code, day, null);
        }
    }
}
