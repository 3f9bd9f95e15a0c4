using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Introductions.Timelines;

/// <summary>Reads the journal's entries of introductions and of the letters about them.</summary>
internal sealed class TimelineReader(Database database)
{
    private const int PageSize = 500;

    /// <summary>An introduction's entries, oldest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> Versions(
        string introduction,
        CancellationToken cancellation = default
    )
    {
        await using var connection = await database.Open(cancellation);
        return (
            await connection.QueryAsync<JournalEntry>(
                "SELECT * FROM journal WHERE kind = @kind AND id = @introduction ORDER BY sequence",
                new { kind = RecordKind.Introduction, introduction }
            )
        ).AsList();
    }

    /// <summary>The letters about an introduction, as they stand in the outbox.</summary>
    public async Task<IReadOnlyList<Letter>> Letters(
        Introduction introduction,
        CancellationToken cancellation = default
    )
    {
        await using var connection = await database.Open(cancellation);
        var rows = await connection.QueryAsync<RecordRow>(
            $"""
            SELECT {RecordRow.Columns} FROM record
            WHERE  kind = @kind AND owner = @seeker AND parent = @counterpart AND deleted = 0
            """,
            new
            {
                kind = RecordKind.Letter,
                seeker = introduction.Seeker.Party,
                counterpart = introduction.Counterpart.Party,
            }
        );
        return [.. rows.Select(LetterStore.Read).Where(letter => letter.Introduction == introduction.Id)];
    }

    /// <summary>The entries of all introductions and letters from an instant on, oldest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> Since(DateTimeOffset since, CancellationToken cancellation = default)
    {
        var (first, found) = (Instants.Text(since), new List<JournalEntry>());
        await using var connection = await database.Open(cancellation);
        foreach (var kind in new[] { RecordKind.Introduction, RecordKind.Letter })
        {
            // Newest first, so that a long journal costs nothing.
            for (var before = long.MaxValue; ; )
            {
                var page = (
                    await connection.QueryAsync<JournalEntry>(
                        """
                        SELECT * FROM journal WHERE kind = @kind AND sequence < @before
                        ORDER BY sequence DESC LIMIT @PageSize
                        """,
                        new
                        {
                            kind,
                            before,
                            PageSize,
                        }
                    )
                ).AsList();
                var recent = page.Where(entry => string.CompareOrdinal(entry.At, first) >= 0).ToList();
                found.AddRange(recent);
                if (page.Count < PageSize || recent.Count == 0)
                    break;
                before = page[^1].Sequence;
            }
        }

        return [.. found.OrderBy(entry => entry.Sequence)];
    }
}
