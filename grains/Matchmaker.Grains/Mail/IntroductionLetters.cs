using System.Collections.Immutable;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>Which letters a change of an introduction causes. Pure.</summary>
internal static class IntroductionLetters
{
    /// <param name="before">Null: it is new.</param>
    public static ImmutableArray<Letter> Of(Introduction? before, Introduction after, DateTimeOffset now) => after.State is IntroductionState.Offered && before?.State != after.State
        ? [.. Enum.GetValues<Side>().Where(side => after.On(side).Mailbox is not null).Select(side => new Letter
        {
            Id = RecordIds.New(), To = after.On(side).Mailbox!, Template = "consentAsked", Introduction = after.Id, Link = side, At = now,
        })]
        : [];
}
