using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Questions;

/// <summary>
/// Facts that nobody states: which of them settle a demand's matches, and the question to the owner. What was asked and
/// the letters are one commit, in the system's name, so that nothing tells who is interested in a building.
/// </summary>
internal sealed partial class QuestionsGrain
{
    private const int MostOfDemand = 10;
    private const int MaxTries = 5;

    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);

    public async Task<ImmutableArray<DemandQuestion>> ListOf(
        Caller caller,
        string demand,
        CancellationToken cancellation = default
    )
    {
        var index = await IndexOf(caller, demand, cancellation);
        var open = await index.Questions(caller, demand, MostOfDemand, null, cancellation);
        var askable = await _questions.ListAskable(open.Select(question => question.Record));
        var now = time.GetUtcNow();
        return
        [
            .. open.Select(question => new DemandQuestion(
                question.Record,
                question.Attribute,
                question.Decides,
                question.Touches,
                askable.TryGetValue(question.Record, out var asked) && asked.MayAsk(question.Attribute, now)
            )),
        ];
    }

    public async Task<Question> Ask(
        Caller caller,
        string record,
        string attribute,
        string demand,
        CancellationToken cancellation = default
    )
    {
        var index = await IndexOf(caller, demand, cancellation);
        var open = await index.Questions(caller, demand, int.MaxValue, record, cancellation);
        if (open.All(question => question.Attribute != attribute))
            throw new NotFoundException();
        for (var left = MaxTries; ; left--)
        {
            try
            {
                return await AskOwner(record, BoardTable.Sites.Find(attribute)!);
            }
            catch (VersionException) when (left > 1)
            {
                // The building changed, or somebody asked at the same moment: look again.
            }
        }
    }

    private async Task<Question> AskOwner(string building, BoardAttribute attribute)
    {
        if (await _rows.Find(RecordKind.Building, building) is not { Body: { } body } row)
            throw new NotFoundException();
        var owner = await _sources.Party(row.Owner) ?? throw new ConflictException(new("", "noOwnerToAsk"));
        var before = await _rows.Find(RecordKind.AskedFacts, building);
        var asked = before is { Body: { } last } ? RecordJson.Read<AskedFacts>(last) : new();
        var now = time.GetUtcNow();
        if (!asked.MayAsk(attribute.Code, now))
            throw new ConflictException(new("", "askedLately", $"{AskedFacts.DaysBetween}"));
        var name = RecordJson.Read<Building>(body) is var record && record.Name is { } known ? known : record.Address;
        var letters = (await _sources.Accounts(owner.Party)).Select(account =>
            Letters.For(
                account.Id,
                "factAsked",
                now,
                Letters.Text(name ?? new(Plain: building)),
                Letters.Text(attribute.Label),
                Letters.Text(building)
            )
        );
        var next = asked with { Id = building, Asked = asked.Asked.SetItem(attribute.Code, now) };
        await GrainFactory.CommitNotified(RecordKind.AskedFacts, before, next, row, owner.Guard, [.. letters]);
        return new(RecordKind.Building, building, attribute.Code, null, now);
    }

    // What the party was asked for and still states nowhere: not of the building, and not of every space that it lets.
    private async Task<List<Question>> RequestsTo(string party)
    {
        var open = new List<Question>();
        foreach (var row in await _questions.ListRequested(party))
        {
            var building = RecordJson.Read<Building>(row.Body);
            var vacant = (await _rows.ListByParent(RecordKind.Space, row.Id))
                .Where(space => space.Body is not null)
                .Select(space => RecordJson.Read<Space>(space.Body!))
                .Where(space => space.Released().Status is SpaceStatus.Vacant)
                .ToList();
            open.AddRange(
                RecordJson
                    .Read<AskedFacts>(row.Asked)
                    .Asked.Where(ask =>
                        !building.Values.ContainsKey(ask.Key)
                        && vacant.Exists(space => !space.Values.ContainsKey(ask.Key))
                    )
                    .Select(ask => new Question(RecordKind.Building, row.Id, ask.Key, null, ask.Value))
            );
        }

        return open;
    }

    private async Task<IIndexGrain> IndexOf(Caller caller, string demand, CancellationToken cancellation) =>
        GrainFactory.Index((await GrainFactory.Demand(demand).Get(caller, cancellation)).Board);
}
