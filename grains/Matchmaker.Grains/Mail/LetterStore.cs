using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Mail;

/// <summary>Writes down what became of a letter, through the journal like every change.</summary>
internal sealed class LetterStore(Database database)
{
    private const int Tries = 10;

    private readonly RecordRepository _rows = new(database);

    public static Letter Read(RecordRow row) =>
        RecordJson.Read<Letter>(row.Body!) with
        {
            Id = row.Id,
            Version = row.Version,
        };

    /// <summary>A letter that waits, and who may know of it; null: it waits no more.</summary>
    public async Task<(Letter Letter, Visibility Visibility)?> FindWaiting(string id) =>
        await _rows.Find(RecordKind.Letter, id) is { IsDeleted: false } row
        && Read(row) is { SentAt: null, Failure: null } letter
            ? (letter, row.Visibility)
            : null;

    /// <summary>Changes a letter that waits; one that does not, stays.</summary>
    public async Task Settle(IJournalGrain journal, string id, Func<Letter, Letter> change)
    {
        for (var left = Tries; await _rows.Find(RecordKind.Letter, id) is { IsDeleted: false } known; left--)
        {
            // The parties first and the letter once more after them, because a project that is marked confidential meanwhile must not be left open by this.
            RecordWrite[] guards =
            [
                .. (await Task.WhenAll(GuardOf(known.Owner), GuardOf(known.Parent))).OfType<RecordWrite>(),
            ];
            var row = (await _rows.Find(RecordKind.Letter, id))!;
            if (Read(row) is not { SentAt: null, Failure: null } letter)
                return;
            try
            {
                await journal.Commit([
                    Letters.Write(change(letter), row.Visibility, row.Parent, row.Version),
                    .. guards,
                ]);
                return;
            }
            catch (VersionException) when (left > 1)
            {
                // Somebody changed one of them just now: once more, with what they are now.
            }
        }
    }

    // Only an enterprise can become confidential.
    private async Task<RecordWrite?> GuardOf(string? party) =>
        Parties.IdOf(party, "enterprises") is { } id && await _rows.Find(RecordKind.Enterprise, id) is { } row
            ? new(
                row.Kind,
                row.Id,
                null,
                "",
                row.IsDeleted ? 0 : row.Version,
                null,
                row.Visibility,
                "",
                null,
                Guard: true
            )
            : null;
}
