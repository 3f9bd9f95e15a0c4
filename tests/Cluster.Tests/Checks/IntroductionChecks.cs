using Dapper;
using Npgsql;

namespace Matchmaker.Cluster.Tests.Checks;

/// <summary>
/// No introduction took a way that introductions.md does not have, and none is behind what was acknowledged.
/// </summary>
internal static class IntroductionChecks
{
    /// <summary>State, and those that may follow it.</summary>
    private static readonly Dictionary<string, string[]> Follow = new(StringComparer.Ordinal)
    {
        [""] = ["suggested"],
        ["suggested"] = ["offered", "concluded"],
        ["offered"] = ["agreed", "offered", "declined", "expired"],
        ["agreed"] = ["offered", "declined", "introduced"],
        ["introduced"] = ["underway", "concluded"],
        ["underway"] = ["concluded"],
        ["expired"] = ["offered", "concluded"],
        ["concluded"] = [],
        ["declined"] = [],
    };

    public static async Task<IEnumerable<string>> Ways(
        NpgsqlConnection store,
        IEnumerable<KeyValuePair<string, string>> known
    )
    {
        var steps = (
            await store.QueryAsync<Step>(
                """
                SELECT id, version, before::jsonb->>'state' AS "from", after::jsonb->>'state' AS "to",
                       (SELECT count(*) FROM jsonb_array_elements(COALESCE(after::jsonb->'meetings', '[]'))) AS meetings
                FROM   journal WHERE kind = 'introduction' ORDER BY sequence
                """
            )
        ).ToLookup(step => step.Id);
        var wrong = steps.SelectMany(Wrong).ToList();
        foreach (var (id, state) in known)
        {
            if (steps[id].LastOrDefault()?.To is var last && last != state)
                wrong.Add($"introduction {id} is {last}, and was acknowledged as {state}");
        }

        return wrong;
    }

    private static IEnumerable<string> Wrong(IEnumerable<Step> steps)
    {
        var (state, version) = ("", 0L);
        foreach (var step in steps)
        {
            if ((step.From ?? "") != state || step.Version != version + 1)
                yield return $"introduction {step.Id}: version {step.Version} from '{step.From}' follows version {version} of '{state}'";
            if (step.To != state && !Follow[state].Contains(step.To))
                yield return $"introduction {step.Id}: {state} → {step.To}";
            if (step.Meetings > 1)
                yield return $"introduction {step.Id}: one meeting was booked {step.Meetings} times";
            (state, version) = (step.To, step.Version);
        }
    }

    private sealed record Step
    {
        public required string Id { get; init; }

        public required long Version { get; init; }

        public required string? From { get; init; }

        public required string To { get; init; }

        public required long Meetings { get; init; }
    }
}
