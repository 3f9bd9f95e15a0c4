using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Visits;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Visits;

// What each introduction adds to a commit.
internal sealed partial class VisitGrain
{
    private async Task<ImmutableArray<PreparedAct>> Asked(Caller caller, Visit visit, ImmutableArray<KnownStop> stops)
    {
        var day = HongKong.DayOf(visit.Window.From);
        var open = stops
            .Where(stop => stop.Introduction is { } known && IntroductionTable.Bookable.Contains(known.State))
            .ToList();
        var asksClient = !open.Exists(stop => VisitPlanning.Offered(visit, stop.Introduction!.Seeker.Times));
        var (parts, broken) = (new List<PreparedAct>(), new ValidationErrors());
        foreach (var stop in open)
        {
            // The client is asked once, in the first of its introductions: what it offers there holds for all.
            ImmutableArray<Side> sides =
            [
                .. asksClient && stop == open[0] ? [Side.Seeker] : Array.Empty<Side>(),
                .. VisitPlanning.Offered(visit, stop.Introduction!.Counterpart.Times)
                    ? Array.Empty<Side>()
                    : [Side.Counterpart],
            ];
            if (sides.IsEmpty)
                continue;
            var id = stop.Introduction.Id;
            if (
                await Part(
                    () => GrainFactory.Introduction(id).PrepareAsking(caller, sides, day),
                    $"stops[{stops.IndexOf(stop)}]",
                    broken
                ) is
                { } part
            )
                parts.Add(part);
        }

        broken.Throw();
        return parts.Count > 0 ? [.. parts] : throw new ConflictException(new("", "nobodyToAsk"));
    }

    private Task<PreparedAct?> Part(
        Caller caller,
        Plan plan,
        string introduction,
        string path,
        ValidationErrors broken
    ) => Part(() => GrainFactory.Introduction(introduction).Prepare(caller, plan), path, broken);

    /// <summary>An introduction's part; null: it refuses, and <paramref name="broken"/> says why.</summary>
    private static async Task<PreparedAct?> Part(Func<Task<PreparedAct>> prepare, string path, ValidationErrors broken)
    {
        try
        {
            return await prepare();
        }
        catch (NotFoundException)
        {
            broken.Add(path, "noSuchIntroduction");
        }
        catch (ForbiddenException refused) when (refused.Reason is { } reason)
        {
            broken.AddRange([reason with { Path = path }]);
        }
        catch (ConflictException refused)
        {
            broken.AddRange([refused.Reason with { Path = path }]);
        }
        catch (InvalidException refused)
        {
            broken.AddRange(refused.Errors.Select(error => error with { Path = $"{path}.{error.Path}" }));
        }

        return null;
    }
}
