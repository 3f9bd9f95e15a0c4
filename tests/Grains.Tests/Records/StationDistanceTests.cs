using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Records;

/// <summary>What boards see of a location: how far a station is, and since when (matching.md section 2).</summary>
public sealed class StationDistanceTests
{
    private static readonly PointValue Exit = StationTable.All[0].Exits[0];
    private static readonly PointValue Elsewhere = new(Exit.Lat, Exit.Lon + 0.02);

    [Fact]
    public void A_space_has_the_distance_and_the_day_of_the_location_that_holds_for_it()
    {
        var board = new BoardIndex(BoardTable.Sites, 0, Some.Today);
        board.Load(
            RecordKind.Building,
            [Change(RecordKind.Building, "b1", Some.Building(true, null, ("location", Exit)))]
        );
        board.Load(RecordKind.Space, [Change(RecordKind.Space, "b1/s1", Some.Space())]);
        Assert.Equal((0, Some.Today), Seen(board, "b1/s1"));

        board.Apply([
            Change(
                RecordKind.Space,
                "b1/s1",
                Some.Space(true, null, ("location", Elsewhere)) with
                {
                    Facts = ImmutableSortedDictionary<string, Fact>.Empty.Add("location", new(new(2020, 1, 1), null)),
                }
            ),
        ]);
        Assert.Equal((StationDistance.From(Elsewhere), new DateOnly(2020, 1, 1)), Seen(board, "b1/s1"));

        board.Apply([Change(RecordKind.Space, "b1/s1", Some.Space() with { VerifiedOn = null })]);
        board.Apply([
            Change(
                RecordKind.Building,
                "b1",
                Some.Building(true, null, ("location", Elsewhere)) with
                {
                    VerifiedOn = null,
                }
            ),
        ]);
        Assert.Equal((StationDistance.From(Elsewhere), null), Seen(board, "b1/s1"));

        board.Apply([Change(RecordKind.Building, "b1", Some.Building())]);
        Assert.Equal((null, null), Seen(board, "b1/s1"));
    }

    [Fact]
    public void A_firm_has_one_and_a_centre_has_none()
    {
        var partners = new BoardIndex(BoardTable.Partners, 0, Some.Today);
        partners.Load(RecordKind.Firm, [Change(RecordKind.Firm, "f1", Some.Firm(("location", Exit)))]);
        Assert.Equal((0, Some.Today), Seen(partners, "f1"));

        var research = new BoardIndex(BoardTable.Research, 0, Some.Today);
        research.Load(
            RecordKind.Centre,
            [Change(RecordKind.Centre, "c1", new Centre { Public = true, Values = Some.Values(("location", Exit)) })]
        );
        Assert.Equal((null, null), Seen(research, "c1"));
    }

    private static (decimal? Metres, DateOnly? Day) Seen(BoardIndex board, string id)
    {
        var profile = board.Catalogue.Find(id)!;
        return (
            (profile.Values.GetValueOrDefault(StationDistance.Code) as NumberValue)?.Number,
            profile.VerifiedOn.TryGetValue(StationDistance.Code, out var day) ? day : null
        );
    }

    private static ChangedRecord Change<T>(string kind, string id, T record)
        where T : Contracts.Records.Record =>
        new()
        {
            Kind = kind,
            Id = id,
            Version = 1,
            Sequence = 1,
            Change = 1,
            At = "2026-11-24T04:00:00Z",
            Actor = "tester",
            Body = RecordJson.Write(record),
        };
}
