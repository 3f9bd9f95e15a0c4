using CsCheck;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Tests.Exports;

/// <summary>Random spaces of every shape, including texts that are hard for CSV and spreadsheets.</summary>
internal static class SomeSpaces
{
    public static Gen<Space> Gen { get; } =
        from id in CsCheck.Gen.Int[1, 999]
        from names in CsCheck.Gen.Select(SomeValues.Text, SomeValues.Text, SomeValues.Text)
        from source in SomeValues.Text
        from day in SomeValues.Day
        from more in CsCheck.Gen.Select(
            SomeValues.Text,
            CsCheck.Gen.Int[-1, 40],
            CsCheck.Gen.Int[0, 2],
            CsCheck.Gen.Bool
        )
        from values in SomeValues.Of(BoardTable.Sites)
        from waivers in SomeValues.Waivers
        select new Space
        {
            Id = $"b1/s{id}",
            Name = names is (null, null, null) ? null : new(names.Item1, names.Item2, names.Item3),
            Source = source,
            VerifiedOn = day,
            Unit = more.Item1,
            Position = more.Item2 < 0 ? null : more.Item2,
            Status = (SpaceStatus)more.Item3,
            Public = more.Item4,
            Owner = more.Item4 ? "owners/o1" : null,
            Values = values,
            Waivers = waivers,
        };
}
