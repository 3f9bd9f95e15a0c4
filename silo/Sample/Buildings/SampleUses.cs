using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample;

/// <summary>Which uses an invented space suits: the gates of plan, lease and building in one verdict each, some left unknown.</summary>
internal static class SampleUses
{
    private const UseVerdict Fits = UseVerdict.Fits,
        Asks = UseVerdict.NeedsPermission,
        No = UseVerdict.DoesNotFit;

    public static ImmutableSortedDictionary<string, UseVerdict> Of(BuildingKind kind, string zone, Chance chance)
    {
        var all = kind.Kind switch
        {
            "laboratory" => Table(Asks, Fits, Fits, No, Fits, Asks, Asks, No, Fits),
            "parkFactory" => Table(Fits, Fits, Fits, Fits, Asks, Asks, Asks, Asks, Asks),
            "office" => Table(No, Fits, Asks, No, Fits, Fits, Asks, No, Fits),
            "godown" => Table(Asks, Asks, Asks, Fits, No, No, Asks, No, No),
            "industrialOffice" => Table(Fits, Fits, Fits, Fits, zone == "I" ? Asks : Fits, Asks, Asks, Asks, Asks),
            _ => Table(
                Fits,
                zone == "OU(B)" ? Fits : Asks,
                Asks,
                Fits,
                zone == "OU(B)" ? Asks : No,
                Asks,
                Asks,
                Asks,
                No
            ),
        };
        var kept = all.Where(_ => chance.Of(0.8))
            .ToImmutableSortedDictionary(use => use.Key, use => use.Value, StringComparer.Ordinal);
        return kept.IsEmpty ? all : kept;
    }

    private static ImmutableSortedDictionary<string, UseVerdict> Table(params ReadOnlySpan<UseVerdict> verdicts)
    {
        var uses = BoardTable.Sites.Find("uses")!.Values;
        var table = ImmutableSortedDictionary.CreateBuilder<string, UseVerdict>(StringComparer.Ordinal);
        for (var i = 0; i < verdicts.Length; i++)
            table[uses[i].Code] = verdicts[i];
        return table.ToImmutable();
    }
}
