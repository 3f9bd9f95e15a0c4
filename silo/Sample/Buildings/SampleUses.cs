using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Buildings;

/// <summary>
/// The uses that an invented space suits: one verdict for plan, lease and building together, some left unknown.
/// </summary>
internal static class SampleUses
{
    private const UseVerdict Fits = UseVerdict.Fits,
        Permit = UseVerdict.NeedsPermission,
        No = UseVerdict.DoesNotFit;

    public static ImmutableSortedDictionary<string, UseVerdict> Of(BuildingKind kind, string zone, RandomSource random)
    {
        var all = kind.Kind switch
        {
            "laboratory" => Table(Permit, Fits, Fits, No, Fits, Permit, Permit, No, Fits),
            "parkFactory" => Table(Fits, Fits, Fits, Fits, Permit, Permit, Permit, Permit, Permit),
            "office" => Table(No, Fits, Permit, No, Fits, Fits, Permit, No, Fits),
            "godown" => Table(Permit, Permit, Permit, Fits, No, No, Permit, No, No),
            "industrialOffice" => Table(
                Fits,
                Fits,
                Fits,
                Fits,
                zone == "I" ? Permit : Fits,
                Permit,
                Permit,
                Permit,
                Permit
            ),
            _ => Table(
                Fits,
                zone == "OU(B)" ? Fits : Permit,
                Permit,
                Fits,
                zone == "OU(B)" ? Permit : No,
                Permit,
                Permit,
                Permit,
                No
            ),
        };
        var kept = all.Where(_ => random.Of(0.8))
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
