using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using MimeKit;

namespace Matchmaker.Grains.Mail;

/// <summary>
/// A letter as a mail. Pure: the same letter makes the same mail each time, under the same message id.
/// </summary>
internal static class LetterMail
{
    /// <param name="token">Of the letter's link; null: it has none.</param>
    /// <param name="language">The reader's; null: none is known.</param>
    public static MimeMessage Of(Letter letter, string? token, string? language, MailSettings settings)
    {
        var (subject, text) = new LetterWords(settings.Site).Of(letter, token, language);
        var body = new TextPart("plain") { Text = text };
        var mail = new MimeMessage([settings.From], [new MailboxAddress(null, letter.To)], subject, body)
        {
            MessageId = $"{letter.Id}@matchmaker",
            Date = letter.At,
        };
        if (letter.Meeting is { } meeting)
            mail.Body = new Multipart("mixed", body, Invitation(meeting, letter, settings)) { Boundary = letter.Id };
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // so that no absence note answers
        return mail;
    }

    private static TextPart Invitation(Meeting meeting, Letter letter, MailSettings settings)
    {
        var part = new TextPart("calendar")
        {
            Text = Calendars.Of(meeting, settings.From.Address, letter.At),
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = "meeting.ics" },
            ContentId = $"{letter.Id}.calendar@matchmaker",
        };
        part.ContentType.Parameters.Add("method", Calendars.MethodOf(meeting));
        return part;
    }
}
