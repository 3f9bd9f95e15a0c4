using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Reading;

/// <summary>How a typed text is read, for forms: the same reading as of files and of the search.</summary>
internal static class ReadingEndpoints
{
    private const int MaxLength = 500;

    public static void MapReading(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/reading", Get)
            .WithTags("Reading")
            .WithSummary("Read a text as a value of an attribute")
            .Produces<TextReading>()
            .Reads("board", "string", "The board of the attribute, such as sites.")
            .Reads("attribute", "string", "The attribute's code. A location's text is a distance in metres.")
            .Reads("text", "string", "The text as typed, at most 500 characters.")
            .Reads("ranges", "boolean", "Whether a range or a limit is taken too; default false.");

    private static async Task<IResult> Get(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var text = request.Query["text"].ToString();
        var code = request.Query["attribute"].ToString();
        if (BoardTable.Find(request.Query["board"].ToString()) is not { } board)
            throw Refused("board", "notACode", string.Join(", ", BoardTable.All.Select(known => known.Code)));
        if (board.Find(code) is not { } attribute)
            throw Refused("attribute", "unknownAttribute", code);
        if (text.Length > MaxLength)
            throw Refused("text", "tooLong", $"{MaxLength}");
        var taxonomies =
            attribute.Kind is AttributeKind.Tags
                ? await Terms(board, attribute, CurrentCaller.Of(user), grains, cancellation)
                : TaxonomySet.BuiltIn;
        var context = new ReadingContext(board.Code, time.Today(), taxonomies, request.Query["ranges"] == "true");
        return Results.Ok(TextReading.Of(AttributeReader.Read(attribute, text, context), request.Language()));
    }

    private static async Task<TaxonomySet> Terms(
        Board board,
        BoardAttribute attribute,
        Contracts.Callers.Caller caller,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var taxonomies = TaxonomySet.BuiltIn;
        foreach (var taxonomy in TaxonomySet.BuiltIn.Of(board.Code, attribute.Code))
        {
            var latest = await grains.Taxonomy(taxonomy.Id).Get(caller, cancellation);
            taxonomies = taxonomies.WithTerms(latest.Id, latest.Terms);
        }

        return taxonomies;
    }

    private static InvalidException Refused(string path, string code, params string[] args) =>
        new(new FieldError(path, code, args));
}

/// <summary>What a text says of an attribute.</summary>
/// <param name="Value">The value on the attribute's step, in its unit; null: the text says none.</param>
/// <param name="Min">The smallest number of a range; null: no range, or open below.</param>
/// <param name="Max">The largest number of a range; null: no range, or open above.</param>
/// <param name="Reasons">Why the text is no value, in the request's language; empty: it is read.</param>
/// <param name="Suggestions">Texts that would be taken instead, the likeliest first; empty: none comes near.</param>
public sealed record TextReading(
    TextOutcome Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Value? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Value? Min,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Value? Max,
    ImmutableArray<string> Reasons,
    ImmutableArray<string> Suggestions
)
{
    internal static TextReading Of(ReadResult result, string language) =>
        result switch
        {
            ReadValue read => new(TextOutcome.Value, read.Value, null, null, [], []),
            ReadRange range => new(TextOutcome.Range, null, range.Min, range.Max, [], []),
            ReadRefusal refusal => new(
                TextOutcome.Refused,
                null,
                null,
                null,
                [.. refusal.Errors.Select(error => ErrorTexts.Of(error, language))],
                refusal.Suggestions
            ),
            _ => new(TextOutcome.Nothing, null, null, null, [], []),
        };
}

/// <summary>Whether a text says a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextOutcome>))]
public enum TextOutcome
{
    /// <summary>One value.</summary>
    [JsonStringEnumMemberName("value")]
    Value,

    /// <summary>A range or a limit.</summary>
    [JsonStringEnumMemberName("range")]
    Range,

    /// <summary>The text is empty or says that the value is unknown.</summary>
    [JsonStringEnumMemberName("nothing")]
    Nothing,

    /// <summary>No value; the reasons say why.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
