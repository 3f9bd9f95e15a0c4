using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Xunit;

namespace Matchmaker.Matching.Tests.Taxonomies;

public partial class TaxonomyTests
{
    public static TheoryData<string> Ids => [.. TaxonomySet.BuiltIn.All.Select(taxonomy => taxonomy.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_code_is_a_path_after_its_broader_code(string id)
    {
        var seen = new HashSet<string>();
        foreach (var term in Find(id).Terms)
        {
            Assert.Matches(Path(), term.Code);
            Assert.True(
                term.Code.LastIndexOf('/') is var end && (end < 0 || seen.Contains(term.Code[..end])),
                term.Code
            );
            Assert.True(seen.Add(term.Code), term.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_term_has_a_label_in_three_languages(string id) =>
        Assert.All(
            Find(id).Terms,
            term =>
                Assert.All(
                    [term.Label.En, term.Label.ZhHant, term.Label.ZhHans],
                    label => Assert.False(string.IsNullOrWhiteSpace(label), term.Code)
                )
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_term_serves_known_industries(string id)
    {
        var industries = Find("industries");
        Assert.All(
            Find(id).Terms,
            term => Assert.All(term.Industries, industry => Assert.NotNull(industries.Find(industry)))
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_word_names_two_unrelated_codes(string id)
    {
        var codesByWord = Find(id)
            .Terms.SelectMany(
                term => term.Label.All.Concat(term.Synonyms),
                (term, word) => (Word: Folding.Of(word), term.Code)
            )
            .ToLookup(pair => pair.Word, pair => pair.Code);
        foreach (var codes in codesByWord)
            Assert.All(
                codes,
                code => Assert.All(codes, other => Assert.True(Related(code, other), $"{codes.Key}: {code}, {other}"))
            );
    }

    [Theory]
    [InlineData("capabilities", 260)]
    [InlineData("materials", 60)]
    [InlineData("certifications", 25)]
    [InlineData("research", 60)]
    [InlineData("equipment", 40)]
    public void Each_taxonomy_has_enough_terms(string id, int min) => Assert.True(Find(id).Terms.Length >= min);

    [Theory]
    [InlineData("capabilities", "process/machining/cnc/five-axis")]
    [InlineData("capabilities", "process/machining/cnc")]
    [InlineData("capabilities", "process/machining")]
    [InlineData("capabilities", "process/sheet-metal")]
    [InlineData("industries", "hsic/10")]
    [InlineData("industries", "hsic/33")]
    [InlineData("certifications", "iso-13485")]
    [InlineData("equipment", "cleanroom/iso-5")]
    public void Codes_used_elsewhere_exist(string id, string code) => Assert.NotNull(Find(id).Find(code));

    [Fact]
    public void Strategic_industries_are_those_of_the_closed_list() =>
        Assert.Equal(
            BoardTable
                .Opportunities.Find("industry")!
                .Values.Select(entry => entry.Code)
                .Where(code => code != "other")
                .Select(code => $"strategic/{code}")
                .Order(),
            Find("industries")
                .Terms.Select(term => term.Code)
                .Where(code => code.StartsWith("strategic/", StringComparison.Ordinal))
                .Order()
        );

    [Theory]
    [InlineData(
        "CNC machining|CNC milling|CNC turning|5-axis machining|Grinding|Electrical discharge machining|Wire EDM|Sheet metal fabrication|Metal stamping"
            + "|Progressive die stamping|Laser cutting|Laser welding|TIG / MIG welding|Die casting|Investment casting|Metal injection moulding|Forging"
            + "|Heat treatment|Aluminium extrusion|Injection moulding|Overmoulding|Blow moulding|Thermoforming|Liquid silicone rubber moulding"
            + "|Compression moulding|Plastic extrusion|Ultrasonic welding|Mould making|Jigs and fixtures|Rapid prototyping|Additive manufacturing"
            + "|Selective laser melting|Selective laser sintering|Electroplating|Anodising|Powder coating|Physical vapour deposition"
            + "|Chemical vapour deposition|Passivation|Spray painting|Surface-mount technology|PCB assembly|PCB fabrication|Wave soldering"
            + "|Reflow soldering|Through-hole assembly|Automated optical inspection|In-circuit test|Burn-in and ageing test|Box build assembly"
            + "|Wire harness assembly|Wafer fabrication|Lithography|Etching|IC packaging|Wire bonding|Die attach"
            + "|SiC / GaN (third-generation semiconductors)|IC design|MEMS|Optical lens manufacturing|Battery pack assembly"
            + "|Photovoltaic module production|Fuel cell manufacturing|Aseptic filling|Tableting|Capsule filling|Granulation|Lyophilisation"
            + "|Cell therapy manufacturing|Chinese herbal extraction|Ethylene oxide sterilisation|Gamma sterilisation|Medical device assembly"
            + "|In-vitro diagnostic reagent production|Microfluidics|Food processing|Retort processing|Knitting|Dyeing and finishing|Garment sewing"
            + "|Nonwoven production|Electrospinning (nanofibre)|Offset printing|Packaging printing and converting|Modular Integrated Construction"
    )]
    [InlineData(
        "EMC testing|Statistical process control|Coordinate measuring machine|Original equipment manufacturing|Original design manufacturing"
            + "|Electronics manufacturing services|New product introduction|Pilot production|High-mix low-volume|Bill of materials"
            + "|Second source supplier|Cold chain logistics|Supply-chain partner|Smart production line|Industry 4.0|Manufacturing execution system"
            + "|Enterprise resource planning|Industrial Internet of Things|Digital twin|Machine vision|Collaborative robot|Industrial robot|AGV / AMR"
            + "|Automated storage and retrieval system|Predictive maintenance"
    )]
    public void Every_trade_term_is_a_capability(string terms)
    {
        var labels = Find("capabilities").Terms.Select(term => term.Label.En).ToHashSet();
        Assert.Equal([], terms.Split('|').Where(term => !labels.Contains(term)));
    }

    [Theory]
    [InlineData("a", "d")]
    [InlineData("a/c", "d/c")]
    [InlineData("a/c/e", "d/c/e")]
    [InlineData("b", "b")]
    [InlineData("b/x/y", "d/y")]
    [InlineData("ab", "ab")]
    [InlineData("unknown", "unknown")]
    public void A_moved_code_resolves_to_its_new_code_with_its_narrower_codes(string code, string current)
    {
        var taxonomy = new Taxonomy(
            "t",
            [Some("a", "b/x"), Some("a/c", null), Some("b", null), Some("b/x", "d"), Some("d", null)]
        );

        Assert.Equal(current, taxonomy.Current(code));
    }

    private static Term Some(string code, string? movedTo) => new() { Code = code, MovedTo = movedTo };

    private static Taxonomy Find(string id) => TaxonomySet.BuiltIn.Find(id)!;

    private static bool Related(string code, string other) =>
        code == other
        || code.StartsWith(other + "/", StringComparison.Ordinal)
        || other.StartsWith(code + "/", StringComparison.Ordinal);

    // Codes of the closed list of industries are camel case in a second part, such as strategic/lifeAndHealth.
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9][a-zA-Z0-9]*(-[a-z0-9]+)*)*$")]
    private static partial Regex Path();
}
