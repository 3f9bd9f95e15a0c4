using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// Invented people of the invented parties, each with an account that nobody signs in with. Their mailboxes are below
/// <c>.sample</c>, a domain that exists nowhere.
/// </summary>
public static class SamplePeople
{
    private static readonly (string En, string Han)[] Surnames =
    [
        ("Chan", "陳"),
        ("Ho", "何"),
        ("Kwok", "郭"),
        ("Lam", "林"),
        ("Leung", "梁"),
        ("Ng", "吳"),
        ("Poon", "潘"),
        ("Tam", "譚"),
        ("Wong", "黃"),
        ("Yuen", "袁"),
        ("Cheung", "張"),
    ];

    private static readonly (string En, string Han)[] Given =
    [
        ("Ka-yan", "嘉欣"),
        ("Siu-man", "少敏"),
        ("Chi-ho", "志豪"),
        ("Wing-yee", "詠儀"),
        ("Tsz-kit", "子傑"),
        ("Mei-ling", "美玲"),
        ("Kwok-wai", "國偉"),
        ("Hoi-ching", "海晴"),
        ("Pui-shan", "佩珊"),
        ("Yat-long", "逸朗"),
        ("Sze-wai", "思慧"),
        ("Man-fai", "文輝"),
        ("Lok-yi", "樂宜"),
    ];

    /// <summary>A party's first contact: its account, with the name that it states.</summary>
    /// <param name="number">Any number from 0; 143 of them have names of their own.</param>
    public static SamplePerson Of(PartyId party, int number)
    {
        var (surname, given) = (Surnames[number % Surnames.Length], Given[number % Given.Length]);
        return new(
            new()
            {
                Id = $"{given.En}.{surname.En}@{party.Id}.sample".ToLowerInvariant(),
                Role = RoleOf(party),
                Enterprise = party.Kind == RecordKind.Enterprise ? party.Id : null,
                Firm = party.Kind == RecordKind.Firm ? party.Id : null,
                Owner = party.Kind == RecordKind.Owner ? party.Id : null,
                Sample = true,
            },
            $"{surname.En} {given.En} {surname.Han}{given.Han}"
        );
    }

    /// <summary>The contacts of all owners but the sample account's, which has that account.</summary>
    public static ImmutableArray<SamplePerson> OfOwners { get; } =
    [
        .. SampleOwners
            .All.Where(owner => owner.Id != SampleOwners.First)
            .Select((owner, number) => Of(PartyId.Owner(owner.Id), number)),
    ];

    private static Role RoleOf(PartyId party) =>
        party.Kind switch
        {
            RecordKind.Enterprise => Role.Enterprise,
            RecordKind.Firm => Role.Firm,
            _ => Role.Owner,
        };
}

/// <param name="Name">What they call themselves, in both scripts.</param>
public sealed record SamplePerson(Account Account, string Name);
