using System.Globalization;
using CsCheck;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Reading;

/// <summary>What holds of every text, and of every text that the grammar makes.</summary>
public class ReadingPropertyTests
{
    private static readonly Lexicon Words = new(TaxonomySet.BuiltIn);

    // A unit with its size in the attribute's unit, as a fraction, and a name that a search gives the attribute.
    private static readonly (string Attribute, string Name, string Unit, decimal Times, decimal Per)[] Units =
    [
        ("area", "floor area", "sq ft", 0.09290304m, 1),
        ("area", "面積", "平方呎", 0.09290304m, 1),
        ("area", "floor area", "m²", 1, 1),
        ("headroom", "headroom", "ft", 0.3048m, 1),
        ("headroom", "樓底", "呎", 0.3048m, 1),
        ("headroom", "樓底", "米", 1, 1),
        ("headroom", "headroom", "cm", 0.01m, 1),
        ("rent", "rent", "/sq ft", 1, 0.09290304m),
        ("rent", "租金", "元／平方呎", 1, 0.09290304m),
        ("floorLoading", "floor loading", "kPa", 1, 1),
        ("floorLoading", "承重", "psf", 4.4482216152605m, 92.90304m),
        ("liftCapacity", "lift capacity", "tons", 1000, 1),
        ("liftCapacity", "載重", "噸", 1000, 1),
        ("liftCapacity", "lift capacity", "lbs", 0.45359237m, 1),
        ("power", "three-phase", "A", 1, 1),
        ("leaseMonths", "lease term", "years", 12, 1),
        ("leaseMonths", "租期", "個月", 1, 1),
    ];

    private static readonly (string Suffix, decimal Times)[] Suffixes =
    [
        ("", 1),
        ("k", 1000),
        ("千", 1000),
        ("萬", 10_000),
    ];

    private static readonly Gen<(string Text, string Name, string Attribute, decimal Value)> Grammar = Gen.Select(
            Gen.OneOfConst(Units),
            Gen.Int[1, 1_200_000],
            Gen.Int[0, 3],
            Gen.OneOfConst(Suffixes),
            Gen.Int[0, 5]
        )
        .Select(
            (unit, digits, decimals, suffix, form) =>
            {
                decimal number = digits;
                for (var i = 0; i < decimals; i++)
                    number /= 10;
                // Without a blank, k and m² are a square kilometre.
                var isApart = form % 2 == 0 || (suffix.Suffix == "k" && unit.Unit[0] == 'm');
                var text = Number(number, form) + suffix.Suffix + (isApart ? " " : "") + unit.Unit;
                return (
                    form == 5 ? FullWidth(text) : text,
                    unit.Name,
                    unit.Attribute,
                    number * suffix.Times * unit.Times / unit.Per
                );
            }
        );

    [Fact]
    public void A_text_of_the_grammar_reads_as_the_value_that_it_was_made_of() =>
        Grammar.Sample(made =>
            Assert.Equal(
                Expected(made.Attribute, made.Value),
                Some.Reading(made.Text, made.Attribute) switch
                {
                    ReadValue value => value.Value,
                    _ => null,
                }
            )
        );

    [Fact]
    public void A_search_reads_what_a_field_reads() =>
        Grammar.Sample(made =>
        {
            if (Expected(made.Attribute, made.Value) is not NumberValue expected)
                return;
            var limits = ParsedSearch
                .Parse(Words, $"{made.Name} {made.Text}")
                .For(BoardTable.Sites)
                .Criteria.Where(criterion => criterion.Attribute == made.Attribute)
                .Select(criterion => criterion.Limit);
            Assert.Equal([expected], limits);
        });

    [Fact]
    public void A_changed_text_is_refused_or_reads_as_another_text_of_the_grammar() =>
        Gen.Select(Grammar, Gen.Int[0, 40], Gen.OneOfConst([.. "0123456789.,'-/~ abkmw呎萬$²½"]))
            .Sample(
                (made, at, sign) =>
                {
                    var text = made.Text.Insert(Math.Min(at, made.Text.Length), $"{sign}");
                    if (Some.Reading(text, made.Attribute) is not ReadValue { Value: NumberValue number })
                        return;
                    var (_, attribute) = Some.Attribute(made.Attribute);
                    Assert.Equal(number, ValueRules.CheckOne(attribute, number).Value);
                    Assert.Equal(new ReadValue(number), Some.Reading(FullWidth(text), made.Attribute));
                }
            );

    [Fact]
    public void No_text_makes_the_reading_throw_and_each_has_one_answer()
    {
        var signs = "0123456789.,-~$/ 呎磅萬aAkPm2至between and約≥±½²'\"\uD800\uDC00半兩千年月日樓|;=@\n".ToCharArray();
        var any = Gen.OneOf(Gen.Int[0, 0xFFFF].Select(c => (char)c), Gen.OneOfConst(signs));
        Gen.Select(any.Array[0, 40], Gen.OneOfConst([.. BoardTable.All.SelectMany(board => board.Attributes)]))
            .Sample(
                (chars, attribute) =>
                {
                    var board = BoardTable.All.First(board => board.Find(attribute.Code) is not null);
                    var text = new string(chars);
                    var asked = new ReadingContext(board.Code, Some.ReadingDay, TaxonomySet.BuiltIn, TakesRanges: true);
                    if (AttributeReader.Read(board.Find(attribute.Code)!, text, asked) is ReadRefusal refusal)
                        Assert.Equal(text, refusal.Written);
                },
                iter: 5000
            );
    }

    [Fact]
    public void Normalising_twice_is_normalising_once()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var once = PlainText.Of($"1{(char)c}2");
            Assert.Equal(once, PlainText.Of(once));
        }
    }

    [Fact]
    public void Every_code_reads_as_itself_by_each_of_its_names()
    {
        foreach (var attribute in BoardTable.All.SelectMany(board => board.Attributes))
        {
            foreach (var entry in attribute.Kind is AttributeKind.Category ? attribute.Values : [])
            {
                foreach (var name in entry.Label.All.Append(entry.Code))
                    Assert.Equal(entry.Code, CodeNames.OfList(attribute).Find(name));
            }
        }

        foreach (var taxonomy in TaxonomySet.BuiltIn.All)
        {
            var (board, attribute) = TaxonomySet.AttributesOf(taxonomy.Id).First();
            var names = CodeNames.OfTerms(TaxonomySet.BuiltIn, board, attribute);
            foreach (var term in taxonomy.Terms)
            {
                foreach (var name in term.Label.All.Append(term.Code))
                    Assert.Equal(term.Code, names.Find(name));
                Assert.Contains(term.Synonyms.Append(term.Code), name => names.Find(name) == term.Code);
            }
        }
    }

    private static Value? Expected(string attribute, decimal value) =>
        ValueRules.CheckOne(Some.Attribute(attribute).Attribute, new NumberValue(value)) is { IsOk: true } read
            ? read.Value
            : null;

    private static string Number(decimal number, int form) =>
        form switch
        {
            1 => number.ToString("#,0.###", CultureInfo.InvariantCulture),
            2 => number.ToString("#,0.###", CultureInfo.InvariantCulture).Replace(',', '\''),
            3 => number.ToString("#,0.###", CultureInfo.InvariantCulture).Replace(',', '，'),
            _ => number.ToString("0.###", CultureInfo.InvariantCulture),
        };

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c - '!' + '！') : c));
}
