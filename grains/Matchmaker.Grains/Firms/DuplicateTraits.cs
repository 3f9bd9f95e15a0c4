using System.Collections.Immutable;
using Matchmaker.Contracts.Firms;

namespace Matchmaker.Grains.Firms;

/// <summary>What of a firm is compared when duplicates are looked for. Pure.</summary>
/// <param name="Names">One a language that has one.</param>
/// <param name="Addresses">One a language that names a house.</param>
/// <param name="Number">Letters in upper case and digits only; null: none is stated.</param>
internal sealed record DuplicateTraits(
    ImmutableArray<DuplicateName> Names,
    ImmutableArray<string> Addresses,
    string? Building,
    string? Number
)
{
    private const int BusinessDigits = 8;
    private const int BranchEnd = 11;

    /// <summary>Counts up whenever the keys are made otherwise, so that those of before are made again.</summary>
    public const int Edition = 3;

    public static DuplicateTraits Of(Firm firm) =>
        new(
            [.. (firm.Name?.All ?? []).SelectMany(DuplicateName.AllOf)],
            [.. (firm.Address?.All ?? []).Select(DuplicateAddress.Of).OfType<string>().Distinct()],
            firm.BuildingId,
            NumberOf(firm.RegistrationNumber)
        );

    /// <summary>
    /// Two firms that are no strangers by <see cref="DuplicateRules"/> have at least one of these in common. The surest
    /// come first: whoever looks no further than at some firms a key sees the likeliest.
    /// </summary>
    public IEnumerable<long> Keys => KeyTexts().Select(Hash).Distinct();

    // A business registration number has eight digits. Certificates add the branch, and some the month and a check
    // digit: 31415926-000-11-26-A.
    private static string? NumberOf(string? text)
    {
        var number = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (number.Length >= BranchEnd && number[..BranchEnd].All(char.IsAsciiDigit) && IsCertificate(text!, number))
            number = number[..BusinessDigits];
        return number.Length > 0 ? number : null;
    }

    private static bool IsCertificate(string text, string number) =>
        number.Length == BranchEnd
        || text.Trim() is { Length: > BusinessDigits } written
            && written[..BusinessDigits].All(char.IsAsciiDigit)
            && !char.IsAsciiLetterOrDigit(written[BusinessDigits]);

    private IEnumerable<string> KeyTexts()
    {
        if (Number is not null)
            yield return $"number {Number}";
        foreach (var name in Names)
        {
            foreach (var address in Addresses)
                yield return $"name {name.Key} at {address}";
            if (Building is not null)
                yield return $"name {name.Key} in {Building}";
        }

        foreach (var name in Names)
            yield return $"name {name.Key}";
        foreach (var name in Names)
        {
            // Hundreds of firms share one industrial building: an address alone would match them all.
            foreach (var address in Addresses)
            {
                foreach (var word in name.Telling)
                    yield return $"at {address} {word}";
            }
        }
    }

    // FNV-1a, because a hash must be the same in every process; its product is meant to wrap. What collides is told
    // apart by the rules.
    private static long Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var sign in text)
            hash = unchecked((hash ^ sign) * 1099511628211UL);
        return unchecked((long)hash);
    }
}
