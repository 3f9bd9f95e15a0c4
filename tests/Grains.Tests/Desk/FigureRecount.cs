using System.Text.Json.Nodes;
using Dapper;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Tests.Desk;

/// <summary>
/// The figures again, from the journal's rows and the words of introductions.md alone: each question is asked of all
/// introductions, where the product asks each introduction which figures count it.
/// </summary>
internal sealed class FigureRecount
{
    private static readonly string[] Way = ["suggested", "offered", "agreed", "introduced", "underway", "concluded"];
    private static readonly string[] Good = ["landed", "contracted", "collaborating"];

    private readonly Dictionary<string, Story> _stories = [];

    public static async Task<FigureRecount> Of(Database database, Func<DateOnly, bool> isWorkingDay)
    {
        var recount = new FigureRecount { IsWorkingDay = isWorkingDay };
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(string Id, string At, string After)>(
            "SELECT id, at, after FROM journal WHERE kind = 'introduction' ORDER BY sequence"
        );
        foreach (var (id, at, after) in rows)
        {
            var (body, time) = (JsonNode.Parse(after)!, DateTimeOffset.Parse(at, null));
            if (!recount._stories.TryGetValue(id, out var story))
                recount._stories[id] = story = new();
            story.Take(body, DateOnly.FromDateTime(time.UtcDateTime.AddHours(8)));
        }

        return recount;
    }

    public int Introductions => _stories.Count;

    private Func<DateOnly, bool> IsWorkingDay { get; init; } = _ => true;

    /// <summary>The ids behind each figure of a period.</summary>
    public SortedDictionary<string, SortedSet<string>> Lists(DateOnly from, DateOnly to, DateOnly today)
    {
        var lists = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var end = to < today ? to : today;
        bool In(DateOnly day) => day >= from && day <= to;
        for (var place = 0; place < Way.Length + 2; place++)
        {
            var state = place < Way.Length ? Way[place] : new[] { "declined", "expired" }[place - Way.Length];
            Add($"reached:{state}", story => story.Moves.Exists(move => move.State == state && In(move.Day)));
            if (place >= Way.Length)
                continue;
            var further = Way.Skip(place + 1).ToHashSet();
            Add(
                $"onward:{state}",
                story =>
                    story
                        .Moves.Index()
                        .Any(entry =>
                            entry.Item.State == state
                            && In(entry.Item.Day)
                            && story
                                .Moves.Skip(entry.Index + 1)
                                .Any(later =>
                                    later.Day <= to
                                    && further.Contains(later.State)
                                    && (later.State != "concluded" || Good.Contains(story.Outcome))
                                )
                        )
            );
        }

        foreach (var (state, days) in Steps(from, to))
            lists[state] = new(days.Select(step => step.Id), StringComparer.Ordinal);
        foreach (var (id, story) in _stories)
        {
            var first = story.Moves[0].Day;
            if (In(first))
            {
                Put($"new:{first.AddDays(-from.DayNumber).DayNumber / 7}", id);
                Put($"shown:{story.Counterpart}", id);
            }

            foreach (var state in new[] { "offered", "introduced" })
            {
                if (story.Moves.Exists(move => move.State == state && In(move.Day)))
                    Put($"{state}:{story.Counterpart}", id);
            }

            if (story.Moves.LastOrDefault(move => move.Day <= end) is { State: not ("concluded" or "declined") } now)
            {
                var age = WorkingDays(now.Day, end);
                var band = age switch
                {
                    < 4 => "0-3",
                    < 10 => "4-9",
                    < 22 => "10-21",
                    < 46 => "22-45",
                    _ => "46",
                };
                Put($"standing:{now.State}", id);
                Put($"ageing:{now.State}:{band}", id);
                if (now.State != "expired")
                    Put("open", id);
                if (now.State != "expired" && age >= 46)
                    Put("over45", id);
            }

            if (story.Asked && In(first))
            {
                Put("response:asked", id);
                if (story.TakenUp is not { } taken)
                    Put("response:waiting", id);
                else if (WorkingDays(first, taken) is var days)
                {
                    if (days < 4)
                        Put("response:within3", id);
                    Put(days < 6 ? "response:within5" : "response:later", id);
                }
            }

            if (story.Outcome is not { } outcome || !In(story.Moves[^1].Day))
                continue;
            Put("concluded", id);
            if (Good.Contains(outcome))
                Put("succeeded", id);
            Put($"outcome:board:{story.Board}:{outcome}", id);
            Put($"outcome:officer:{story.Officer ?? "unknown"}:{outcome}", id);
            Put($"outcome:industry:{story.Industry ?? "unknown"}:{outcome}", id);
            Put($"outcome:district:{story.District ?? "unknown"}:{outcome}", id);
            if (outcome != "landed")
                continue;
            Put("landed", id);
            foreach (var (name, sum) in story.Landed)
            {
                if (sum is not null)
                    Put($"landed:{name}", id);
            }
        }

        return lists;

        void Add(string key, Predicate<Story> counts)
        {
            foreach (var (id, story) in _stories)
            {
                if (counts(story))
                    Put(key, id);
            }
        }

        void Put(string key, string id)
        {
            if (!lists.TryGetValue(key, out var ids))
                lists[key] = ids = new(StringComparer.Ordinal);
            ids.Add(id);
        }
    }

    /// <summary>The steps along the way, each with the working days that it took.</summary>
    public SortedDictionary<string, List<(string Id, int Days)>> Steps(DateOnly from, DateOnly to)
    {
        var steps = new SortedDictionary<string, List<(string, int)>>(StringComparer.Ordinal);
        foreach (var (id, story) in _stories)
        {
            foreach (var (before, after) in story.Moves.Zip(story.Moves.Skip(1)))
            {
                var next = Array.IndexOf(Way, before.State) is >= 0 and < 5 and var place ? Way[place + 1] : null;
                if (after.State == next && after.Day >= from && after.Day <= to)
                    Put($"step:{before.State}", (id, WorkingDays(before.Day, after.Day)));
            }

            if (story.Moves.Find(move => move.State == "introduced") is { } met && met.Day >= from && met.Day <= to)
                Put("step:toIntroduced", (id, WorkingDays(story.Moves[0].Day, met.Day)));
        }

        return steps;

        void Put(string key, (string, int) step)
        {
            if (!steps.TryGetValue(key, out var list))
                steps[key] = list = [];
            list.Add(step);
        }
    }

    /// <summary>What was entered of those that landed in the period, by its name in the journal.</summary>
    public decimal Sum(string name, DateOnly from, DateOnly to) =>
        _stories.Values.Sum(story =>
            story.Outcome == "landed" && story.Moves[^1].Day >= from && story.Moves[^1].Day <= to
                ? story.Landed[name] ?? 0
                : 0
        );

    private int WorkingDays(DateOnly from, DateOnly to) =>
        Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Count(days => IsWorkingDay(from.AddDays(days)));

    private sealed record Move(string State, DateOnly Day);

    private sealed class Story
    {
        public List<Move> Moves { get; } = [];

        public bool Asked { get; private set; }

        public DateOnly? TakenUp { get; private set; }

        public string Board { get; private set; } = "";

        public string Counterpart { get; private set; } = "";

        public string? Officer { get; private set; }

        public string? Outcome { get; private set; }

        public string? Industry { get; private set; }

        public string? District { get; private set; }

        public Dictionary<string, decimal?> Landed { get; } = [];

        public void Take(JsonNode body, DateOnly day)
        {
            var state = (string)body["state"]!;
            if (Moves.Count == 0)
                Asked = body["askedBy"] is not null;
            if (Moves.Count == 0 || Moves[^1].State != state)
                Moves.Add(new(state, day));
            Officer = (string?)body["officer"];
            if (Officer is not null || state != "suggested")
                TakenUp ??= day;
            (Board, Counterpart) = ((string)body["board"]!, (string)body["counterpart"]!["party"]!);
            (Outcome, Industry, District) = (
                (string?)body["outcome"],
                (string?)body["inside"]?["industry"],
                (string?)body["inside"]?["district"]
            );
            foreach (var name in new[] { "jobs", "floorArea", "investment" })
                Landed[name] = (decimal?)body[name];
        }
    }
}
