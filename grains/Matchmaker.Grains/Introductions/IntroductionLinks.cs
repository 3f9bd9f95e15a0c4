using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Grains.Introductions;

/// <summary>The one link of each side by which its mailbox may answer. Pure.</summary>
internal static class IntroductionLinks
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Null: there is none that holds.</summary>
    public static ConsentLink? Of(Introduction it, Side side) =>
        side is Side.Seeker ? it.Inside?.SeekerLink : it.Inside?.CounterpartLink;

    /// <param name="link">Null: the one that there was is spent or ended.</param>
    public static Introduction With(Introduction it, Side side, ConsentLink? link)
    {
        var inside = it.Inside ?? new();
        return it with
        {
            Inside = side is Side.Seeker ? inside with { SeekerLink = link } : inside with { CounterpartLink = link },
        };
    }
}
