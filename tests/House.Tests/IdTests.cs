using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>Ids are parsed and written by their types, kinds and boards are decided by their table.</summary>
public sealed partial class IdTests
{
    private static readonly string[] IdTypes =
    [
        "grains/Matchmaker.Contracts/Callers/PartyId.cs",
        "grains/Matchmaker.Contracts/Buildings/SpaceId.cs",
        "grains/Matchmaker.Contracts/Records/RecordRef.cs",
    ];

    // A slash that separates no ids: the codes of a list with levels, and the parts of a URL.
    private static readonly string[] OtherSlashes =
    [
        "grains/Matchmaker.Matching/Upgrades/DistrictFigures.cs",
        "grains/Matchmaker.Matching/Values/ValueRules.cs",
        "silo/Sample/Demands/SampleSupply.cs",
        "web/Dashboard/DashboardEndpoints.cs",
        "web/OpenApi/OperationName.cs",
    ];

    [Fact]
    public void Only_the_id_types_put_an_id_together() => AssertNone(Composed(), IdTypes);

    [Fact]
    public void Only_the_id_types_take_an_id_apart() => AssertNone(Parsed(), [.. IdTypes, .. OtherSlashes]);

    [Fact]
    public void Nothing_decides_by_the_name_of_a_collection_or_the_code_of_a_board() => AssertNone(Switched(), []);

    private static void AssertNone(Regex forbidden, string[] except) =>
        Assert.Equal(
            [],
            House
                .Under("", ".cs")
                .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal) && !except.Contains(file))
                .SelectMany(file =>
                    forbidden.Matches(House.Read(file)).Select(found => $"{file}: {found.Value.Trim()}")
                )
        );

    [GeneratedRegex(
        """\$"(firms|enterprises|owners|centres|buildings|demands|briefs|shortlists|opportunities|enquiries)/\{"""
    )]
    private static partial Regex Composed();

    [GeneratedRegex("""Split\('/'|\bIndexOf\('/'|\b(collection|party|kind|owner)\w*\[\.\.\^1\]""")]
    private static partial Regex Parsed();

    [GeneratedRegex(
        """^\s*(case )?"(firms?|enterprises?|owners?|centres?|sites|partners|research|opportunities)"( when .*)?(:| =>).*$"""
            + @"|\.Code (==|!=) ""\w+""",
        RegexOptions.Multiline
    )]
    private static partial Regex Switched();
}
