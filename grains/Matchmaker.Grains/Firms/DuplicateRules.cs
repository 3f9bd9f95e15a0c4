using System.Collections.Immutable;
using Matchmaker.Contracts.Firms;

namespace Matchmaker.Grains.Firms;

/// <summary>Whether two records are one firm. Pure.</summary>
internal static class DuplicateRules
{
    private const int Most = 20;
    private const int MostAlike = 3;

    /// <summary>
    /// A match: the same registration number, or the same name in any language and the same house. A possible match:
    /// the same name alone, or a similar one in the same house. Two different registration numbers leave no more than a
    /// possible match.
    /// </summary>
    public static (DuplicateVerdict Verdict, ImmutableArray<DuplicateReason> Reasons) Compare(
        DuplicateTraits firm,
        DuplicateTraits other
    )
    {
        var sameName = firm.Names.Any(name => other.Names.Any(known => known.Key == name.Key));
        var sameAddress = firm.Addresses.Intersect(other.Addresses, StringComparer.Ordinal).Any();
        var sameBuilding = firm.Building is not null && firm.Building == other.Building;
        var sameNumber = firm.Number is not null && firm.Number == other.Number;
        var isSimilar = sameName || (sameAddress && firm.Names.Any(name => other.Names.Any(name.IsLike)));

        if (!sameNumber && !isSimilar)
            return (DuplicateVerdict.New, []);
        var isOther = !sameNumber && firm.Number is not null && other.Number is not null;
        var verdict =
            sameNumber || (sameName && (sameAddress || sameBuilding) && !isOther)
                ? DuplicateVerdict.Match
                : DuplicateVerdict.PossibleMatch;
        return (verdict, Reasons(sameNumber, isSimilar, sameAddress, sameBuilding));
    }

    /// <summary>The report on a firm among these others.</summary>
    public static DuplicateReport Report(DuplicateTraits firm, IEnumerable<(Firm Firm, DuplicateTraits Traits)> others)
    {
        var candidates = others
            .Select(other => (other.Firm, Found: Compare(firm, other.Traits)))
            .Where(other => other.Found.Verdict is not DuplicateVerdict.New)
            .OrderBy(other => other.Found.Verdict)
            .ThenByDescending(other => other.Found.Reasons.Length)
            .ThenBy(other => other.Firm.Id, StringComparer.Ordinal)
            .Take(Most)
            .Select(other => new DuplicateCandidate(
                other.Firm.Id,
                other.Firm.Name,
                other.Found.Verdict,
                other.Found.Reasons
            ))
            .ToImmutableArray();
        return candidates.IsEmpty ? DuplicateReport.None : new(candidates[0].Verdict, candidates);
    }

    /// <summary>The reports on firms that are not stored yet, each among those before it.</summary>
    public static IEnumerable<DuplicateReport> ReportsWithin(IReadOnlyList<Firm> firms)
    {
        var shared = SharedKeys(firms);
        var known = new Dictionary<long, List<(Firm, DuplicateTraits)>>();
        foreach (var firm in firms)
        {
            var traits = DuplicateTraits.Of(firm);
            var keys = traits.Keys.Where(shared.Contains).ToList();
            var others = keys.SelectMany(key => known.GetValueOrDefault(key) ?? []).Distinct();
            yield return keys.Count == 0 ? DuplicateReport.None : Report(traits, others);
            foreach (var key in keys)
            {
                if (!known.TryGetValue(key, out var holders))
                    known[key] = holders = [];
                // Hundreds of rows that share one key are alike to the first of them already.
                if (holders.Count < MostAlike)
                    holders.Add((firm, traits));
            }
        }
    }

    // Most firms share no key with another: what is kept of a hundred thousand is small.
    private static HashSet<long> SharedKeys(IEnumerable<Firm> firms)
    {
        var (seen, shared) = (new HashSet<long>(), new HashSet<long>());
        foreach (var key in firms.SelectMany(firm => DuplicateTraits.Of(firm).Keys))
        {
            if (!seen.Add(key))
                shared.Add(key);
        }

        return shared;
    }

    private static ImmutableArray<DuplicateReason> Reasons(bool number, bool name, bool address, bool building)
    {
        (bool Holds, DuplicateReason Reason)[] all =
        [
            (number, DuplicateReason.RegistrationNumber),
            (name, DuplicateReason.Name),
            (address, DuplicateReason.Address),
            (building, DuplicateReason.Building),
        ];
        return [.. all.Where(shared => shared.Holds).Select(shared => shared.Reason)];
    }
}
