using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>Acts out one introduction by the calls that the routes make, for whoever would press the button.</summary>
/// <param name="number">Its place among the stories, from 0.</param>
internal sealed class Teller(
    IGrainFactory grains,
    TimeProvider time,
    SampleParties parties,
    Matchmaking matchmaking,
    Func<SamplePerson, Task> join,
    Story story,
    int number
)
{
    private const int MeetingInDays = 7;

    private readonly RandomSource _random = RandomSource.For(SampleData.Seed, $"introduction {number}");
    private Couple? _couple;
    private IIntroductionGrain? _introduction;
    private Caller _officer = OfficerBy(number);
    private int _notes;
    private bool _isOver;

    /// <summary>Decides whom it introduces, before the act that begins it; other acts decide nothing.</summary>
    public async Task Choose(Act act)
    {
        if (act is not (Act.Ask or Act.Suggest))
            return;
        if (story.Confidential)
            _officer = SampleOfficers.Callers[0]; // the one who is cleared
        _couple = await matchmaking.Next(story, act is Act.Ask, _officer);
        if (_couple is not null && !story.Confidential && HasInterest(_officer))
            _officer = Colleague();
    }

    /// <summary>Acts, one after the other.</summary>
    public async Task Do(IEnumerable<Act> acts)
    {
        foreach (var act in acts)
        {
            if (_couple is null || _isOver)
                return; // there is nobody to introduce, or it ended before its last step
            try
            {
                await (act is Act.Ask or Act.Suggest ? Begin(act) : GoOn(act));
            }
            catch (ConflictException)
            {
                // An office with shorter deadlines than the usual ones closes an introduction before the step.
                _isOver = true;
            }
        }
    }

    /// <summary>At the end of the weeks the sample account takes over a few introductions.</summary>
    public async Task HandOver(string officer)
    {
        if (story.HandedOver && _couple is not null && !_isOver)
            await As(_officer, (caller, version) => _introduction!.Assign(caller, version, officer));
    }

    private static Caller OfficerBy(int number) => SampleOfficers.Callers[number % SampleOfficers.Callers.Length];

    // Another officer, who has no interest in either party.
    private Caller Colleague() =>
        Enumerable
            .Range(number + 1, SampleOfficers.Callers.Length)
            .Select(OfficerBy)
            .First(other => other != _officer && !HasInterest(other));

    private bool HasInterest(Caller officer) =>
        parties.Interests.ContainsKey((officer.Email!, _couple!.Seeker))
        || parties.Interests.ContainsKey((officer.Email!, _couple.Counterpart));

    private async Task Begin(Act act)
    {
        await Task.WhenAll(join(parties.PersonOf(_couple!.Seeker)), join(parties.PersonOf(_couple.Counterpart)));
        if (story.Pinned)
            await Pin();
        _introduction = grains.Introduction(_random.Id());
        if (act is Act.Ask)
            await _introduction.Suggest(parties.CallerOf(_couple.Seeker), _couple.Demand.Id, _couple.Match);
        else
            await _introduction.Suggest(_officer, _couple.Demand.Id, _couple.Match);
    }

    private Task GoOn(Act act) =>
        act switch
        {
            Act.Take => Take(),
            Act.Note => Note(),
            Act.Offer => Offer(),
            Act.SeekerYes => Yes(_couple!.Seeker),
            Act.CounterpartYes => Yes(_couple!.Counterpart),
            Act.SeekerNo => No(_couple!.Seeker),
            Act.CounterpartNo => No(_couple!.Counterpart),
            Act.Withdraw => As(parties.CallerOf(_couple!.Seeker), _introduction!.Withdraw),
            Act.Introduce => As(_officer, _introduction!.Introduce),
            Act.Meet => As(_officer, (caller, version) => _introduction!.Meet(caller, version, Meeting())),
            Act.Conclude => As(_officer, (caller, version) => _introduction!.Conclude(caller, version, Conclusion())),
            Act.Aftercare => As(_officer, RecordAftercare),
            Act.Restart => As(_officer, _introduction!.Restart),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };

    // What landed has its numbers, from a source of its own so that they shift nothing else.
    private Conclusion Conclusion()
    {
        var random = RandomSource.For(SampleData.Seed, $"landed {number}");
        var conclusion = new Conclusion(story.Outcome, Remarks.Of(story.Outcome));
        return story.Outcome is not IntroductionOutcome.Landed
            ? conclusion
            : conclusion with
            {
                Jobs = random.Int(6, 60),
                FloorArea = random.Number(150, 1_800, 10),
                Investment = random.Number(2_000_000, 60_000_000, 500_000),
            };
    }

    // Each acts on what they see, as a page does.
    private async Task As(Caller caller, Func<Caller, long, Task> act) =>
        await act(caller, (await _introduction!.Get(caller)).Version);

    private async Task Take()
    {
        if (story.Interest)
            await RefusedByInterest();
        await As(_officer, (caller, version) => _introduction!.Assign(caller, version, caller.Email!));
    }

    // The officer declares the interest first; that they tried all the same is in the journal.
    private async Task RefusedByInterest()
    {
        await grains
            .Officer(_officer.Email!)
            .Put(
                _officer,
                new() { Id = _officer.Email!, Interests = [_couple!.Seeker.ToString()] },
                null,
                chosen: true
            );
        try
        {
            await As(_officer, (caller, version) => _introduction!.Assign(caller, version, caller.Email!));
        }
        catch (ForbiddenException)
        {
            parties.Interests.TryAdd((_officer.Email!, _couple.Seeker), true);
            _officer = Colleague();
        }
    }

    private async Task Note()
    {
        var remarks = _notes++ == 0 ? Remarks.Notes : Remarks.Visits;
        await _introduction!.AddNote(_officer, Remarks.Pick(remarks, number));
    }

    private async Task Offer()
    {
        var offer = new Offer(
            parties.CallerOf(_couple!.Seeker).Email,
            parties.CallerOf(_couple.Counterpart).Email,
            story.Confidential ? Remarks.Override : null
        );
        var seen = (await _introduction!.Get(_officer)).Version;
        await _introduction.Offer(_officer, seen, offer);
        if (!story.Clash)
            return;
        var second = Colleague();
        try
        {
            await _introduction.Offer(second, seen, offer);
        }
        catch (VersionException)
        {
            await _introduction.AddNote(second, Remarks.Clash);
        }
    }

    private Task Yes(PartyId party) =>
        As(
            parties.CallerOf(party),
            (caller, version) =>
                _introduction!.Consent(caller, version, new(parties.PersonOf(party).Name, caller.Email, null))
        );

    private Task No(PartyId party) =>
        As(
            parties.CallerOf(party),
            (caller, version) => _introduction!.Decline(caller, version, Remarks.Pick(Remarks.Refusals, number))
        );

    private Meeting Meeting() =>
        new(
            "",
            number % 3 == 0 ? MeetingKind.Meeting
                : story.Board == "sites" ? MeetingKind.SiteVisit
                : MeetingKind.Trial,
            WorkingTime.OnOrAfter(time.Today().AddDays(MeetingInDays)).At(new(10, 30)),
            60,
            number % 2 == 0 ? "現場大堂 Lobby of the building" : "辦事處會議室 Meeting room of the office",
            []
        );

    private Task RecordAftercare(Caller caller, long version) =>
        _introduction!.RecordAftercare(
            caller,
            version,
            time.Today().AddMonths(3),
            Remarks.Pick(Remarks.Aftercare, number)
        );

    private async Task Pin()
    {
        var pin = grains.Pin(_random.Id());
        var proposed = await pin.Put(
            _officer,
            new()
            {
                Demand = _couple!.Demand.Id,
                Match = _couple.Match,
                Kind = PinKind.Pin,
                Reason = Remarks.Pin,
            },
            null,
            chosen: false
        );
        await pin.Approve(Colleague(), proposed.Record.Version);
    }
}
