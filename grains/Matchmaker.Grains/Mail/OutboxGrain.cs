using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Matchmaker.Grains.Mail;

/// <summary>
/// Sends what waits, one letter after the other on one connection, and writes down what became of each. Between a
/// server's yes and that note lies a moment in which a crash makes the letter go out twice, under one message id.
/// Sending never holds a call up: it runs beside them.
/// </summary>
[KeepAlive]
internal sealed partial class OutboxGrain(
    Database database,
    TimeProvider time,
    MailSettings settings,
    LinkSecret links,
    ILogger<OutboxGrain> log
) : Grain, IOutboxGrain, IDisposable
{
    /// <summary>Why a letter to an account of the sample is kept back.</summary>
    public const string Invented = "The mailbox is invented, as all of the sample data: nothing is sent to it.";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private readonly OutboxRepository _letters = new(database);
    private readonly LetterStore _keeper = new(database);
    private readonly AccountRepository _accounts = new(database);
    private readonly LetterWords _words = new(settings.Site);
    private readonly MailBackoff _retries = new();
    private readonly Dictionary<string, DateTimeOffset> _taken = [];
    private readonly CancellationTokenSource _stop = new();
    private bool _isSending;
    private bool _isWoken;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(
            _ => Wake(),
            new()
            {
                DueTime = TimeSpan.Zero,
                Period = Delay,
                Interleave = true,
            }
        );
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();

    public Task Wake()
    {
        _isWoken = true;
        if (settings.Smtp is not null && !_isSending)
            SendAll(settings.Smtp, _stop.Token).Ignore();
        return Task.CompletedTask;
    }

    public async Task<Page<RenderedLetter>> List(
        Caller caller,
        string? after,
        int limit,
        CancellationToken cancellation = default
    )
    {
        if (!caller.IsOffice)
            return new([], null);
        var rows = await _letters.List(caller, after, limit + 1, cancellation);
        var items = ImmutableArray.CreateBuilder<RenderedLetter>();
        var shown = rows.Take(limit).Select(row => (Row: row, Letter: LetterStore.Read(row))).ToList();
        var languages = await _accounts.LanguagesOf(shown.Select(one => one.Letter.To));
        foreach (var (row, letter) in shown)
            items.Add(Rendered(letter, await TokenFor(caller, row, letter), languages));
        ImmutableArray<PartyId> projects =
        [
            .. rows.Take(limit)
                .Where(row => row.Cleared is not null)
                .SelectMany(row => new[] { row.Owner, row.Parent })
                .Select(PartyId.Parse)
                .OfType<PartyId>(),
        ];
        if (!projects.IsEmpty)
            await GrainFactory.Views().Record(caller, projects, RecordKind.Letter);
        return new(items.ToImmutable(), rows.Count > limit ? items[^1].Id : null);
    }

    public async Task<ImmutableArray<RenderedLetter>> Render(ImmutableArray<Letter> letters)
    {
        var languages = await _accounts.LanguagesOf(letters.Select(letter => letter.To));
        return [.. letters.Select(letter => Rendered(letter, null, languages))];
    }

    public async Task<string> Calendar(
        Caller caller,
        string introduction,
        string meeting,
        CancellationToken cancellation = default
    )
    {
        var stored = await GrainFactory.Introduction(introduction).Get(caller, cancellation);
        return stored.Meetings.FirstOrDefault(known => known.Id == meeting) is { } found
            ? Calendars.Of(found, settings.From.Address, time.GetUtcNow())
            : throw new NotFoundException();
    }

    // Without a mail server an admin hands out a party's first invitation. Later ones need a mail server: whoever reads
    // such a link could answer for the party.
    private async Task<string?> TokenFor(Caller caller, RecordRow row, Letter letter) =>
        settings.Smtp is null
        && caller.Role == Role.Admin
        && letter.IsInvitation
        && !await GrainFactory.Accounts().HasAccounts(caller, row.Visibility.Owner, letter.To)
            ? await links.Token(letter)
            : null;

    private RenderedLetter Rendered(Letter letter, string? token, IReadOnlyDictionary<string, string> languages)
    {
        var language = LanguageOf(letter, languages);
        var (subject, text) = _words.Of(letter, token, language);
        return new(
            letter.Id,
            letter.To,
            subject,
            text,
            letter.Introduction,
            letter.At,
            letter.SentAt,
            letter.Failure,
            language
        );
    }

    private async Task SendAll(SmtpSettings smtp, CancellationToken stopped)
    {
        _isSending = true;
        try
        {
            while (_isWoken && !stopped.IsCancellationRequested)
            {
                _isWoken = false;
                await Round(smtp, stopped);
            }
        }
        catch (Exception failure) when (!stopped.IsCancellationRequested)
        {
            LogStuck(log, failure); // the next run, in half a minute, finds the letter again
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task Round(SmtpSettings smtp, CancellationToken stopped)
    {
        using var postman = new SmtpSender(smtp);
        foreach (var id in await _letters.ListWaiting(stopped))
        {
            if (!_retries.IsDue(id, time.GetUtcNow()))
                continue;
            if (postman.Trouble is null)
                await Try(postman, id, stopped);
            else
                _retries.ShouldRetry(id, time.GetUtcNow(), time.GetUtcNow()); // the server is down for every letter
        }

        if (postman.Trouble is { } trouble)
            LogNoServer(log, trouble);
        await postman.Leave(stopped);
    }

    private async Task Try(SmtpSender postman, string id, CancellationToken stopped)
    {
        try
        {
            await Send(postman, id, stopped);
        }
        catch (Exception failure) when (!stopped.IsCancellationRequested)
        {
            // One failing letter must not delay the others.
            _retries.ShouldRetry(id, time.GetUtcNow(), time.GetUtcNow());
            LogNotSent(log, id, failure.GetType().Name);
        }
    }

    private async Task Send(SmtpSender postman, string id, CancellationToken stopped)
    {
        // The server has accepted the letter: if only the commit failed, the letter must not be sent again.
        if (!_taken.TryGetValue(id, out var takenAt))
        {
            if (await _keeper.FindWaiting(id) is not { } waiting)
                return;
            var (letter, visibility) = waiting;
            if (SampleAccounts.IsInvented(letter.To))
            {
                await _keeper.Settle(GrainFactory.Journal(), id, one => one with { Failure = Invented });
                return;
            }

            var delivery = await MayRead(letter.To, visibility)
                ? await postman.Send(await MailOf(letter), stopped)
                : new("The recipient is an officer who is not on the project's clearance list.", IsFinal: true);
            if (delivery.Failure is { } failure)
            {
                await NotSent(letter, failure, delivery.IsFinal);
                return;
            }

            _taken[id] = takenAt = time.GetUtcNow();
        }

        await _keeper.Settle(GrainFactory.Journal(), id, letter => letter with { SentAt = takenAt });
        _taken.Remove(id);
        _retries.Clear(id);
    }

    private async Task<MimeMessage> MailOf(Letter letter) =>
        LetterMail.Of(
            letter,
            await links.Token(letter),
            LanguageOf(letter, await _accounts.LanguagesOf([letter.To])),
            settings
        );

    // What the reader stated comes before the language of the page on which somebody asked.
    private static string? LanguageOf(Letter letter, IReadOnlyDictionary<string, string> stated) =>
        stated.GetValueOrDefault(Email.Normal(letter.To)) ?? letter.Language;

    private async Task NotSent(Letter letter, string failure, bool isFinal)
    {
        // The server's message may contain a confidential address.
        LogNotSent(log, letter.Id, isFinal ? "rejected for good" : "it is tried again later");
        if (_retries.ShouldRetry(letter.Id, letter.At, time.GetUtcNow()) && !isFinal)
            return;
        await _keeper.Settle(GrainFactory.Journal(), letter.Id, waiting => waiting with { Failure = failure });
        _retries.Clear(letter.Id);
    }

    // The recipient may have lost access since the letter was written.
    private async Task<bool> MayRead(string address, Visibility visibility) =>
        visibility.Cleared is null
        || await GrainFactory.Account(address).Standing() is not { Role: Role.Officer or Role.Admin } officer
        || Access.IsOfficeFor(officer.Caller, visibility);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} was not sent: {Why}")]
    private static partial void LogNotSent(ILogger log, string letter, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server is unavailable: {Trouble}")]
    private static partial void LogNoServer(ILogger log, string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox run failed; the next starts within 30 s")]
    private static partial void LogStuck(ILogger log, Exception failure);
}
