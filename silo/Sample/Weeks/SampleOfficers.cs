using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>
/// The invented officers who broker the introductions of the twelve weeks. Nobody signs in with their accounts.
/// </summary>
internal static class SampleOfficers
{
    public static ImmutableArray<SamplePerson> All { get; } =
    [
        Make("ka-yan.wong", "Wong Ka-yan 黃嘉欣"),
        Make("chun-kit.lau", "Lau Chun-kit 劉俊傑"),
        Make("sin-yi.cheng", "Cheng Sin-yi 鄭倩儀"),
    ];

    public static ImmutableArray<Caller> Callers { get; } =
    [.. All.Select(person => new Caller(person.Account.Id, Role.Officer, null))];

    private static SamplePerson Make(string address, string name) =>
        new(
            new()
            {
                Id = $"{address}@office.sample",
                Role = Role.Officer,
                Sample = true,
            },
            name
        );
}
