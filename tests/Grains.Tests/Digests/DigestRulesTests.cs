using System.Collections.Immutable;
using Matchmaker.Contracts.Demands;
using Matchmaker.Grains.Digests;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Tests.Digests;

public sealed class DigestRulesTests
{
    [Theory]
    [InlineData("2026-11-25T08:00", "daily", "2026-11-25T08:00")]
    [InlineData("2026-11-25T07:59", "daily", "2026-11-24T08:00")]
    [InlineData("2026-11-25T23:00", "weekly", "2026-11-23T08:00")] // a Wednesday
    [InlineData("2026-11-23T08:00", "weekly", "2026-11-23T08:00")] // Monday morning
    [InlineData("2026-11-23T07:59", "weekly", "2026-11-16T08:00")]
    [InlineData("2026-11-25T13:14", "atOnce", "2026-11-25T13:14")]
    public void A_digest_s_turn_is_the_last_morning_of_its_rhythm_in_Hong_Kong(
        string now,
        string rhythm,
        string turn
    ) => Assert.Equal(Here(turn), DigestRules.LastTurn(Enum.Parse<DigestRhythm>(rhythm, ignoreCase: true), Here(now)));

    [Fact]
    public void A_digest_tells_what_appeared_what_changed_and_what_is_gone_and_nothing_else()
    {
        ImmutableArray<DigestItem> before = [new("stays", 90), new("changes", 80), new("goes", 70)];
        ImmutableArray<DigestItem> now = [new("comes", 95), new("stays", 90), new("changes", 85.5)];
        Assert.Equal(
            [("digest.appeared", "comes"), ("digest.changed", "changes"), ("digest.gone", "goes")],
            DigestRules.Changes(before, now).Select(change => (change.Code, change.Id))
        );
        Assert.Empty(DigestRules.Changes(now, now));
    }

    [Fact]
    public void Each_change_is_one_line_in_each_language_with_names_and_scores()
    {
        var text = DigestRules.Text(
            [
                new("digest.appeared", "f1", null, 95),
                new("digest.changed", "f2", 80, 85.5),
                new("digest.gone", "f3", 70, null),
            ],
            new Dictionary<string, LocalText> { ["f1"] = new("Works", "工廠"), ["f2"] = new("Mill") }
        );
        Assert.Equal("New: Works (95)\nScore changed: Mill (80 → 85.5)\nNo longer listed: f3", text.En);
        Assert.Equal("新增: 工廠 (95)\n分數變動: Mill (80 → 85.5)\n不再列出: f3", text.ZhHant);
    }

    [Fact]
    public void Of_more_than_fifty_changes_the_rest_is_counted()
    {
        var text = DigestRules.Text(
            [.. Enumerable.Range(0, 60).Select(i => new DigestChange("digest.appeared", $"f{i}", null, 90))],
            new Dictionary<string, LocalText>()
        );
        Assert.Equal(51, text.En!.Split('\n').Length);
        Assert.EndsWith("and 10 more", text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Digests_one_after_the_other_tell_each_change_exactly_once()
    {
        var chance = new Random(20_261_124);
        ImmutableArray<DigestItem> told = [];
        for (var round = 0; round < 200; round++)
        {
            ImmutableArray<DigestItem> now =
            [
                .. Enumerable
                    .Range(0, 12)
                    .Where(_ => chance.Next(2) == 0)
                    .Select(i => new DigestItem($"f{i}", chance.Next(90, 93))),
            ];
            var changes = DigestRules.Changes(told, now);
            var patched = told.Where(item => changes.All(change => change.Id != item.Id))
                .Concat(
                    changes
                        .Where(change => change.Now is not null)
                        .Select(change => new DigestItem(change.Id, change.Now!.Value))
                );
            Assert.Equal(
                now.OrderBy(item => item.Id, StringComparer.Ordinal),
                patched.OrderBy(item => item.Id, StringComparer.Ordinal)
            );
            Assert.Equal(changes.Length, changes.Select(change => change.Id).Distinct().Count());
            told = now;
        }
    }

    private static DateTimeOffset Here(string text) =>
        new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
