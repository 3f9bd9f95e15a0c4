using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Witnesses;

/// <summary>
/// Remembers the day of its last statement only while it is active: after a restart there may be a second one of a day,
/// which harms nobody.
/// </summary>
internal sealed class WitnessGrain(Database database, TimeProvider time, WitnessSettings settings)
    : Grain,
        IWitnessGrain
{
    private DateOnly? _given;

    public async Task Testify()
    {
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (!settings.IsOn || _given == day)
            return;
        var line = await Line(now);
        if (settings.File is { } file)
            await File.AppendAllTextAsync(file, line + "\n");
        if (settings.Mail is { } mail)
            await Send(Letters.For(Email.Normal(mail), "witness", now, Letters.Text(line)));
        _given = day;
    }

    private async Task<string> Line(DateTimeOffset now)
    {
        await using var connection = await database.Open();
        var end = await JournalWriter.End(connection);
        using var key = settings.Key();
        return new Testimony(JournalEntry.Text(now), end.Sequence, end.Hash).Line(key);
    }

    private async Task Send(Contracts.Mail.Letter letter)
    {
        var office = new Visibility(RecordKind.Letter, null, Visible: false, null);
        await GrainFactory.Commit([Letters.Write(letter, office, null)]);
        await GrainFactory.Outbox().Wake();
    }
}
