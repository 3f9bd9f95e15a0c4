using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Mail;

/// <summary>Reads letters, and commits their outcome to the journal.</summary>
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

    /// <summary>A waiting letter with its visibility; null: it was sent or has failed.</summary>
    public async Task<(Letter Letter, Visibility Visibility)?> FindWaiting(string id) =>
        await _rows.Find(RecordKind.Letter, id) is { IsDeleted: false } row
        && Read(row) is { SentAt: null, Failure: null } letter
            ? (letter, row.Visibility)
            : null;

    /// <summary>Changes a letter if it still waits.</summary>
    public async Task Settle(IJournalGrain journal, string id, Func<Letter, Letter> change)
    {
        for (var left = Tries; await _rows.Find(RecordKind.Letter, id) is { IsDeleted: false } known; left--)
        {
            // The letter is read again after its parties: otherwise a project that became confidential meanwhile would
            // stay open.
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
                // A concurrent change: try again with the new state.
            }
        }
    }

    // Only an enterprise can become confidential.
    private async Task<RecordWrite?> GuardOf(string? party) =>
        PartyId.IdOf(party, RecordKind.Enterprise) is { } id && await _rows.Find(RecordKind.Enterprise, id) is { } row
            ? new RecordWrite.Guard(row.Kind, row.Id, row.IsDeleted ? 0 : row.Version)
            : null;
}
