using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Officers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Journal;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Officers;

/// <summary>Declared interests: what an officer may neither take nor move nor pin.</summary>
internal static class Interests
{
    /// <summary>Whether an officer declared an interest in one of its sides or in the building.</summary>
    public static async Task<bool> Touch(IGrainFactory grains, string officer, Introduction it) =>
        Touch((await Declared(grains, officer)).Interests, it.Seeker.Party, it.Counterpart.Party, it.Board, it.Match);

    /// <summary>Pure.</summary>
    public static bool Touch(
        IEnumerable<string> interests,
        string? seeker,
        string? counterpart,
        string board,
        string? match
    )
    {
        var building =
            board == BoardTable.Sites.Code && match is not null ? $"buildings/{match.Split('/', 2)[0]}" : null;
        return interests.Any(one => one == seeker || one == counterpart || one == building);
    }

    /// <summary>What an officer declared; nothing where they have no record.</summary>
    public static async Task<Officer> Declared(IGrainFactory grains, string officer)
    {
        try
        {
            return await grains.Officer(officer).Get(Caller.System);
        }
        catch (NotFoundException)
        {
            return new() { Id = officer };
        }
    }

    /// <summary>Notes in the journal what was tried.</summary>
    public static Task LogRefusal(
        IGrainFactory grains,
        Caller caller,
        Visibility visibility,
        string? counterpart,
        Refusal refusal
    ) =>
        grains.Commit([
            new(
                RecordKind.Refusal,
                RecordIds.New(),
                counterpart,
                caller.Email ?? "",
                0,
                RecordJson.Write(refusal),
                visibility with
                {
                    Kind = RecordKind.Refusal,
                },
                "",
                null
            ),
        ]);
}

/// <summary>Something that an officer with an interest tried.</summary>
internal sealed record Refusal : Record
{
    public required string Action { get; init; }

    public string? Introduction { get; init; }

    public string? Demand { get; init; }

    public string? Match { get; init; }
}
