using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.StartUps;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.StartUps;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Upgrades.Moving;
using Matchmaker.Matching.Values;
using Orleans.Concurrency;

namespace Matchmaker.Grains.StartUps;

/// <summary>Gathers what the programmes and the boards have for a start-up, as the caller sees them.</summary>
[StatelessWorker]
internal sealed class StartUpPathsGrain(Vocabulary vocabulary, TimeProvider time) : Grain, IStartUpPathsGrain
{
    private const int Best = 3;
    private const int Candidates = 20;
    private const int MostBuildings = 100;

    public async Task<DrawnStartUpPath> Draw(
        Caller caller,
        DateOnly? on,
        StartUpAnswers answers,
        CancellationToken cancellation = default
    )
    {
        var read = StartUpRules.Read(answers, await Taxonomies(answers));
        if (!read.IsOk)
            throw new InvalidException(read.Errors);
        answers = read.Value;
        var day = on ?? time.Today();
        var (steps, left) = StartUpPath.Of(StartUpTable.Steps, answers, day);
        var facts = new Facts(
            IncorporatedInHongKong: answers.IncorporatedInHongKong,
            StrategicIndustry: StrategicIndustries.Of(answers.Industry)
        );
        var assessed = (
            await GrainFactory.Programmes().Assess(day, facts, cancellation: cancellation)
        ).Programmes.ToDictionary(programme => programme.Id, StringComparer.Ordinal);
        var drawn = await Task.WhenAll(
            steps.Select(async step => new DrawnStartUpStep(
                step,
                step.Step.Programme is { } programme ? assessed[programme] : null,
                step.Step.Board is { } code && BoardTable.Find(code) is { } board
                    ? await Found(caller, StartUpSearches.On(board, answers), step.Step, answers, day, cancellation)
                    : null
            ))
        );
        return new(day, [.. drawn], left);
    }

    // A term that was added lately is looked for before it is refused.
    private async Task<TaxonomySet> Taxonomies(StartUpAnswers answers)
    {
        var taxonomies = TaxonomySet.BuiltIn;
        foreach (var board in new[] { BoardTable.Research, BoardTable.Partners, BoardTable.Opportunities })
            taxonomies = await vocabulary.For(board.Code, StartUpSearches.On(board, answers).Criteria);
        return taxonomies;
    }

    private async Task<StartUpFinds> Found(
        Caller caller,
        StartUpSearch search,
        StartUpStep step,
        StartUpAnswers answers,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var campuses = await Campuses(caller, step, answers.Industry, cancellation);
        var isBrowsed = KindTable.ProfileOn(search.Board).IsBrowsedBy(caller.Role);
        if (search.Criteria.IsEmpty)
            return new(search.Board.Code, search.Asks, isBrowsed, [], [], campuses);
        var answer = await GrainFactory
            .Index(search.Board.Code)
            .Match(caller, new(search.Criteria, Candidates, AsOf: day), cancellation);
        var best = answer
            .Matches.Select(match => (Match: match, Has: HeldCodes(search, match)))
            .Where(each => search.Codes.IsEmpty || !each.Has.IsEmpty)
            .Take(Best + 1)
            .Select(each => Named(caller, search.Board, each.Match, each.Has, cancellation));
        return new(
            search.Board.Code,
            null,
            isBrowsed,
            search.Criteria,
            [.. (await Task.WhenAll(best)).OfType<StartUpFind>().Take(Best)],
            campuses
        );
    }

    private static ImmutableArray<string> HeldCodes(StartUpSearch search, Match match) =>
        [.. search.Codes.Where((_, i) => match.Parts[i].Outcome is Outcome.Met)];

    /// <summary>A match by the record that the caller sees behind it; null: it sees none.</summary>
    private async Task<StartUpFind?> Named(
        Caller caller,
        Board board,
        Match match,
        ImmutableArray<string> has,
        CancellationToken cancellation
    )
    {
        if (board == BoardTable.Sites)
        {
            if (SpaceId.Parse(match.Id) is not { } place)
                return null;
            var grain = GrainFactory.Building(place.Building);
            return
                await Lookups.OrNull(() => grain.Get(caller, cancellation)) is { } building
                && await Lookups.OrNull(() => grain.GetSpace(caller, place.Space, cancellation)) is { } space
                ? Of(
                    building.Name,
                    building.Sample || space.Sample,
                    space.Unit,
                    (space.Values.GetValueOrDefault("area") as NumberValue)?.Number
                )
                : null;
        }

        if (board == BoardTable.Partners)
            return
                caller.Party != PartyId.Firm(match.Id)
                && await Lookups.OrNull(() => GrainFactory.Firm(match.Id).Get(caller, cancellation)) is { } firm
                ? Of(firm.Name, firm.Sample)
                : null;
        if (board == BoardTable.Research)
            return await Lookups.OrNull(() => GrainFactory.Centre(match.Id).Get(caller, cancellation)) is { } centre
                ? Of(centre.Name, centre.Sample)
                : null;
        return
            await Lookups.OrNull(() => GrainFactory.Opportunity(match.Id).Get(caller, cancellation)) is { } need
            && (caller.Party is not { } party || PartyId.Parse(need.Owner) != party)
            ? Of(null, need.Sample)
            : null;

        StartUpFind Of(LocalText? name, bool sample, string? unit = null, decimal? area = null) =>
            new(match.Id, name, unit, area, match.Verdict, match.Score, has, sample);
    }

    /// <summary>The campuses of a step that state an admission: those that refuse the industry are left out.</summary>
    private async Task<ImmutableArray<StartUpCampus>> Campuses(
        Caller caller,
        StartUpStep step,
        string? industry,
        CancellationToken cancellation
    )
    {
        var found = new List<StartUpCampus>();
        foreach (var place in step.Campuses)
        {
            var page = await GrainFactory
                .Catalogue<Building>()
                .List(caller, new(Text: place.Words, Limit: MostBuildings), cancellation);
            var stated = page
                .Items.Where(building => building.Values.GetValueOrDefault("district") == new CodeValue(place.District))
                .Select(building => (Building: building, building.Values.GetValueOrDefault(Admission.Code)))
                .Where(each => each.Item2 is UsesValue)
                .Select(each =>
                    (
                        each.Building,
                        Verdict: industry is null ? null : PlaceRules.Admitted((UsesValue)each.Item2!, [industry])
                    )
                )
                .OrderBy(each => each.Verdict is null)
                .ThenBy(each => each.Verdict)
                .ToList();
            if (stated is not [var best, ..] || best.Verdict is UseVerdict.DoesNotFit)
                continue;
            found.Add(
                new(
                    place.District,
                    stated.Count,
                    best.Verdict,
                    best.Building.SourceOf(Admission.Code),
                    best.Building.Sample
                )
            );
        }

        return [.. found.OrderBy(campus => campus.Admission is null).ThenBy(campus => campus.Admission)];
    }
}
