using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Questions;

/// <summary>Works the questions out from the records of today, so that an answered one is gone at once, and keeps when each was first asked.</summary>
[StatelessWorker]
internal sealed class QuestionsGrain(Database database, TimeProvider time) : Grain, IQuestionsGrain
{
    private const int Most = 200;

    private readonly QuestionRepository _questions = new(database);

    public async Task<ImmutableArray<Question>> List(Caller caller, CancellationToken cancellation = default)
    {
        if (caller.Party is not { } party)
            return [];
        var asked = (await _questions.ListAsked(party)).ToDictionary(row =>
            (row.Kind, row.Id, row.Attribute, row.VerifiedOn)
        );
        var today = time.Today();
        var open = (await _questions.ListStating(party))
            .SelectMany(row => StaleFacts.Of(row, today))
            .Where(one => asked.GetValueOrDefault(Key(one)) is not { Dismissed: not 0 })
            .OrderBy(one => one.VerifiedOn ?? DateOnly.MinValue)
            .ThenBy(one => one.Kind, StringComparer.Ordinal)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .Take(Most)
            .ToImmutableArray();
        var now = time.GetUtcNow();
        var fresh = open.Where(one => !asked.ContainsKey(Key(one))).ToList();
        if (fresh.Count > 0)
            await _questions.Ask(fresh, now);
        return
        [
            .. open.Select(one =>
                one with
                {
                    AskedAt = asked.GetValueOrDefault(Key(one)) is { } row ? Instants.Read(row.AskedAt) : now,
                }
            ),
        ];
    }

    public async Task Dismiss(Caller caller, Question question, CancellationToken cancellation = default)
    {
        if (
            caller.Party is not { } party
            || (await _questions.ListStating(party)).All(row => (row.Kind, row.Id) != (question.Kind, question.Id))
        )
            throw new NotFoundException();
        await _questions.Ask([question], time.GetUtcNow());
        await _questions.Dismiss(question);
    }

    private static (string, string, string, string) Key(Question one) =>
        (one.Kind, one.Id, one.Attribute, QuestionRepository.Day(one.VerifiedOn));
}

/// <summary>Which facts of a record are stale (matching.md section 2). Pure.</summary>
internal static class StaleFacts
{
    public static IEnumerable<Question> Of(OwnRow row, DateOnly today)
    {
        var (board, listing) = Read(row);
        foreach (var code in listing.Values.Keys)
        {
            var day = listing.Facts?.GetValueOrDefault(code)?.VerifiedOn ?? listing.VerifiedOn;
            if (
                board.Find(code) is { } attribute
                && (day is null || day.Value.DayNumber + attribute.FreshDays < today.DayNumber)
            )
                yield return new(row.Kind, row.Id, code, day, null);
        }
    }

    private static (Board Board, Listing Listing) Read(OwnRow row) =>
        row.Kind switch
        {
            RecordKind.Firm => (BoardTable.Partners, RecordJson.Read<Firm>(row.Body)),
            RecordKind.Opportunity => (BoardTable.Opportunities, RecordJson.Read<Opportunity>(row.Body)),
            RecordKind.Building => (BoardTable.Sites, RecordJson.Read<Building>(row.Body)),
            _ => (BoardTable.Sites, RecordJson.Read<Space>(row.Body)),
        };
}
