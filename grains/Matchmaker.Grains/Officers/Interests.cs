using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Officers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Officers;

/// <summary>Declared interests: an officer may neither take nor move nor pin anything of theirs.</summary>
internal static class Interests
{
    /// <summary>Whether an officer declared an interest in one of its sides or in the building.</summary>
    public static async Task<bool> Touch(IGrainFactory grains, string officer, Introduction introduction) =>
        Touch(
            (await Declared(grains, officer)).Interests,
            PartyId.Parse(introduction.Seeker.Party),
            PartyId.Parse(introduction.Counterpart.Party),
            introduction.Board,
            introduction.Match
        );

    /// <summary>Pure.</summary>
    public static bool Touch(
        IEnumerable<string> interests,
        PartyId? seeker,
        PartyId? counterpart,
        string board,
        string? match
    )
    {
        var building =
            board == BoardTable.Sites.Code && match is not null
                ? new RecordRef(RecordKind.Building, SpaceId.BuildingOf(match)).ToString()
                : null;
        string?[] touched = [seeker?.ToString(), counterpart?.ToString(), building];
        return interests.Any(touched.Contains);
    }

    /// <summary>An officer's record; an empty one for an officer who has none.</summary>
    public static async Task<Officer> Declared(IGrainFactory grains, string officer) =>
        await Lookups.OrNull(() => grains.Officer(officer).Get(Caller.System)) ?? new() { Id = officer };

    /// <summary>Writes the refused action into the journal.</summary>
    public static Task LogRefusal(
        IGrainFactory grains,
        Caller caller,
        Visibility visibility,
        PartyId? counterpart,
        Refusal refusal
    ) =>
        grains.Commit([
            new RecordWrite.Put(
                RecordKind.Refusal,
                RecordIds.New(),
                0,
                caller.Email ?? "",
                RecordJson.Write(refusal),
                visibility with
                {
                    Kind = RecordKind.Refusal,
                },
                Parent: counterpart?.ToString()
            ),
        ]);
}

/// <summary>An action refused to an officer with a declared interest.</summary>
internal sealed record Refusal : Record
{
    public required string Action { get; init; }

    public string? Introduction { get; init; }

    public string? Demand { get; init; }

    public string? Match { get; init; }
}
