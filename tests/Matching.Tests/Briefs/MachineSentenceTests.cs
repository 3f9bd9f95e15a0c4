using System.Globalization;
using CsCheck;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Briefs;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Tests.Search;
using Xunit;

namespace Matchmaker.Matching.Tests.Briefs;

/// <summary>The machines that a sentence names: machines.csv, and what may never be taken for one.</summary>
public class MachineSentenceTests
{
    private static readonly Lexicon Lexicon = new(TaxonomySet.BuiltIn);

    private static readonly (string Unit, string[] Written)[] Tonnes =
    [
        ("en", ["t", " t", "T", "-tonne", " tons", " TONNES", "ｔ"]),
        ("han", ["噸", "吨", " 噸", "噸重"]),
    ];

    private static readonly string[] Han = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    private static readonly string[] English =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    public static TheoryData<string, string, string, string> Rows =>
        [
            .. Csv.Embedded(typeof(MachineSentenceTests).Assembly, "Briefs.machines.csv")
                .Select(row => (row["text"], row["machines"], row["criteria"], row["questions"])),
        ];

    [Theory, MemberData(nameof(Rows))]
    public void A_sentence_names_machines(string text, string machines, string criteria, string questions)
    {
        var read = Read(text);

        Assert.Equal(
            (machines, criteria, questions),
            (
                string.Join(" + ", Machines(read).Select(Written)),
                SearchTextTests.Written(OnSites(read).Where(of => of.Op is not Op.Takes)),
                string.Join(" / ", read.Questions.Select(question => question.Words))
            )
        );
    }

    [Fact]
    public void Every_typical_machine_is_read_by_each_of_its_names_with_its_measures()
    {
        foreach (var typical in MachineLibrary.All)
        {
            foreach (var name in typical.Name.All)
            {
                var machine = Assert.Single(Machines(Read(name)));
                Assert.Equal((name, typical.Machine), (name, machine with { Name = null }));
            }
        }

        foreach (var (code, words) in SearchWords.Of("machine"))
        {
            foreach (var word in words)
                Assert.True(
                    Machines(Read(word))
                        .Select(machine => machine with { Name = null })
                        .SequenceEqual([
                            MachineLibrary.All.First(typical => typical.Id == code || Shares(typical.Id, word)).Machine,
                        ]),
                    word
                );
        }

        // Two injection presses share their words; the first stands for both.
        static bool Shares(string id, string word) =>
            SearchWords.Of("machine").Any(row => row.Code == id && row.Words.Contains(word));
    }

    [Fact]
    public void A_machine_reads_the_same_in_any_letters_width_and_numerals() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[0, Names.Length - 1], Gen.Int[0, 1_000])
            .Sample(
                (count, tonnes, at, seed) =>
                {
                    var (name, isHan) = Names[at];
                    var random = new Random(seed);
                    string[] numbers = isHan ? [$"{count}", Han[count]] : [$"{count}", English[count]];
                    var unit = Pick(random, Tonnes[isHan ? 1 : 0].Written);
                    string[] weights = isHan ? [$"{tonnes}", Han[tonnes]] : [$"{tonnes}"];
                    var text = isHan
                        ? $"{Pick(random, numbers)}台{Pick(random, weights)}{unit}{Pick(random, ["", "的"])}{name}"
                        : $"{Pick(random, numbers)} {Pick(random, weights)}{unit} {name}";
                    var written = Written(random, text);

                    var machine = Assert.Single(Machines(Read(written)));

                    Assert.Equal((written, tonnes * 1000m), (written, machine.Mass));
                    Assert.Equal((written, count), (written, machine.Count ?? 1));
                },
                iter: 2_000
            );

    [Fact]
    public void No_machine_takes_what_is_said_of_the_space() =>
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, Spaces.Length - 1], Gen.Bool, Gen.Int[0, 1_000])
            .Sample(
                (at, space, isFirst, seed) =>
                {
                    var random = new Random(seed);
                    var (name, said) = (Names[at].Name, Spaces[space]);
                    var sign = Pick(random, [", ", "，", "; ", "\n"]);
                    var text = Written(random, isFirst ? said + sign + name : name + sign + said);
                    var alone = OnSites(Read(said)).Select(Bare);

                    var read = Read(text);

                    Assert.Equal(alone, OnSites(read).Where(of => of.Op is not Op.Takes).Select(Bare));
                    var machine = Assert.Single(Machines(read));
                    Assert.Contains(MachineLibrary.All, typical => typical.Machine == machine with { Name = null });
                },
                iter: 2_000
            );

    [Fact]
    public void A_search_reads_no_machine() =>
        Assert.All(
            Names,
            name =>
                Assert.DoesNotContain(
                    BriefReader.Parse(Lexicon, name.Name).For(BoardTable.Sites, Some.ReadingDay).Criteria,
                    criterion => criterion.Op is Op.Takes
                )
        );

    [Fact]
    public void Each_machine_has_its_own_words()
    {
        const string Text = "a 3-tonne CNC mill, 200 kPa floor, and two injection presses of 8 t";
        var criterion = Assert.Single(OnSites(Read(Text)), of => of.Op is Op.Takes);

        Assert.Equal(
            ["3-tonne CNC mill", "two injection presses of 8 t"],
            criterion.Each!.Value.Select(words => Text[words[0]..words[1]])
        );
        Assert.Equal(["CNC mill", "injection presses"], criterion.Machines!.Value.Select(machine => machine.Name!));
    }

    [Fact]
    public void More_machines_than_a_criterion_takes_are_asked_about()
    {
        var read = Read(string.Join(", ", Enumerable.Repeat("an MRI", 23)));

        Assert.Equal(MachineRules.MaxMachines, Machines(read).Count);
    }

    private static readonly (string Name, bool IsHan)[] Names =
    [
        ("CNC mill", false),
        ("MRI scanner", false),
        ("reflow oven", false),
        ("wire bonder", false),
        ("server rack", false),
        ("數控銑床", true),
        ("数控铣床", true),
        ("貼片機", true),
        ("磁力共振", true),
        ("注塑機", true),
    ];

    private static readonly string[] Spaces =
    [
        "floor loading 15 kPa",
        "floor loading of 750 kg/m2",
        "a goods lift of 3 t",
        "3T cargo lift",
        "goods lift 3 tonnes",
        "3噸貨𨋢",
        "貨梯3噸",
        "樓面承重15kPa",
        "point load 5 kN",
        "200A three-phase",
        "area 5000 sq ft",
        "headroom 4.5 m",
        "5,000呎",
    ];

    // Any letters, and digits of any width; the name of a taxonomy's code may be written in no other way.
    private static string Written(Random random, string text) =>
        string.Concat(
            text.Select(c =>
                random.Next(4) switch
                {
                    0 when char.IsAsciiLetter(c) => char.ToUpperInvariant(c),
                    1 when char.IsAsciiLetter(c) => char.ToLowerInvariant(c),
                    2 when char.IsAsciiLetterOrDigit(c) => (char)(c + 0xFEE0),
                    _ => c,
                }
            )
        );

    private static string Pick(Random random, string[] ways) => ways[random.Next(ways.Length)];

    private static BriefReading Read(string text) => BriefReader.Read(Lexicon, text, Some.ReadingDay);

    private static IEnumerable<CriterionRead> OnSites(BriefReading read) =>
        read.Boards.Where(board => board.Board == BoardTable.Sites.Code).SelectMany(board => board.Criteria);

    private static List<Machine> Machines(BriefReading read) =>
        [.. OnSites(read).SelectMany(criterion => criterion.Machines ?? [])];

    private static string Bare(CriterionRead criterion) => SearchTextTests.Written([criterion]);

    private static string Written(Machine machine) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Count ?? 1} {machine.Name} {machine.Mass:0}kg {machine.Length:0.##}x{machine.Width:0.##}x{machine.Height:0.##}"
        )
        + (machine.Power is { } power ? $" {power:0}A" : "")
        + (
            machine.Crate is { } crate
                ? string.Create(CultureInfo.InvariantCulture, $" crate {crate.Mass:0}kg {crate.Length:0.##}")
                : ""
        );
}
