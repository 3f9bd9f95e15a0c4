using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Grains.Introductions;

/// <summary>The link by which the mailbox of a side may answer, at most one a side. Pure.</summary>
internal static class IntroductionLinks
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Null: the side has no valid link.</summary>
    public static ConsentLink? Of(Introduction introduction, Side side) =>
        side is Side.Seeker ? introduction.Inside?.SeekerLink : introduction.Inside?.CounterpartLink;

    /// <param name="link">Null: the previous link is spent or ended.</param>
    public static Introduction With(Introduction introduction, Side side, ConsentLink? link)
    {
        var inside = introduction.Inside ?? new();
        return introduction with
        {
            Inside = side is Side.Seeker ? inside with { SeekerLink = link } : inside with { CounterpartLink = link },
        };
    }
}
