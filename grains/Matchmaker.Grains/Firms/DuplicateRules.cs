using System.Collections.Immutable;
using Matchmaker.Contracts.Firms;

namespace Matchmaker.Grains.Firms;

/// <summary>Whether two records are one firm. Pure.</summary>
internal static class DuplicateRules
{
    private const int Most = 20;

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
        var isSimilar =
            sameName
            || (
                sameAddress
                && firm.Names.Any(name => other.Names.Any(known => known.Likeness(name) >= DuplicateName.Similar))
            );

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
        return new(candidates.IsEmpty ? DuplicateVerdict.New : candidates[0].Verdict, candidates);
    }

    /// <summary>The reports on firms that are not stored yet, each among those before it.</summary>
    public static IEnumerable<DuplicateReport> ReportsWithin(IReadOnlyList<Firm> firms)
    {
        var known = new Dictionary<long, List<int>>();
        var traits = firms.Select(DuplicateTraits.Of).ToList();
        for (var i = 0; i < firms.Count; i++)
        {
            var keys = traits[i].Keys.ToList();
            var others = keys.SelectMany(key => known.GetValueOrDefault(key) ?? [])
                .Distinct()
                .Select(other => (firms[other], traits[other]));
            yield return Report(traits[i], others);
            foreach (var key in keys)
            {
                if (!known.TryGetValue(key, out var holders))
                    known[key] = holders = [];
                // Hundreds of rows that share one key are alike to the first of them already.
                if (holders.Count < Most)
                    holders.Add(i);
            }
        }
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
