using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Briefs;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Briefs;

/// <summary>What one client wants, on all boards.</summary>
internal static class BriefEndpoints
{
    public static void MapBriefs(this IEndpointRouteBuilder routes)
    {
        new RecordEndpoints<Brief>((grains, id) => grains.Brief(id)).Map(routes, "Briefs");
        routes
            .MapPost("/api/briefs/read", Read)
            .WithTags("Briefs")
            .WithSummary("Read a sentence as what it asks of each board")
            .Accepts<SentenceToRead>("application/json")
            .Produces<BriefReading>()
            .Waits(WorkQueue.Question);
    }

    private static async Task<IResult> Read(HttpRequest request, IGrainFactory grains, CancellationToken cancellation)
    {
        var sentence = await StrictJson.Read<SentenceToRead>(request);
        if (sentence.Text is not { } text)
            throw new InvalidException(new FieldError("text", "required"));
        if (text.Length > BriefReader.MaxLength)
            throw new InvalidException(new FieldError("text", "tooLong", $"{BriefReader.MaxLength}"));
        if (sentence.Language is { } language && !AccountSettings.Languages.Contains(language))
            throw new InvalidException(
                new FieldError("language", "notACode", string.Join(", ", AccountSettings.Languages))
            );
        // Every board's index knows what words mean.
        return Results.Ok(await grains.Index(BoardTable.Sites.Code).ReadSentence(text, cancellation));
    }
}

/// <param name="Text">At most 2 000 UTF-16 units, in any of the languages or several.</param>
/// <param name="Language">en, zh-Hant or zh-Hans; null: any. All languages are read alike.</param>
internal sealed record SentenceToRead(string Text, string? Language = null);
