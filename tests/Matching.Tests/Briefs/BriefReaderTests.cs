using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Briefs;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Briefs;

/// <summary>What a sentence asks of each board, and what became of each of its words.</summary>
public class BriefReaderTests
{
    private static readonly Lexicon Lexicon = new(TaxonomySet.BuiltIn);

    public static TheoryData<string> Sentences => [.. Vectors().Select(row => row["text"])];

    public static TheoryData<string, string, string> Wishes =>
        [.. Vectors().Select(row => (row["text"], row["board"], row["criteria"]))];

    [Theory, MemberData(nameof(Wishes))]
    public void A_sentence_is_read_as_its_criteria(string text, string board, string criteria) =>
        Assert.Equal(
            criteria,
            string.Join("; ", CriteriaOf(Read(text), board).Select(criterion => Said(text, criterion)))
        );

    [Theory, MemberData(nameof(Sentences))]
    public void Every_word_is_in_a_criterion_or_a_question_or_is_ignored(string text) => AssertCovered(text);

    [Fact]
    public void Every_word_of_any_mixture_is_said_once()
    {
        string[] pieces =
        [
            .. Sentences.Select(row => row.Data),
            "4,5 m",
            "not",
            "🏭",
            "★★",
            "１２００",
            "x",
            "and",
            "無",
            "３月",
            "㎡",
            "\u0301",
            "1/2",
            "3-5",
            "(B)",
            "no. 5",
        ];
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            string[] signs = [" ", ", ", "", "\n", "；"];
            AssertCovered(
                string.Concat(
                    Enumerable
                        .Range(0, 1 + random.Next(5))
                        .Select(_ => pieces[random.Next(pieces.Length)] + signs[random.Next(signs.Length)])
                )
            );
        }
    }

    [Fact]
    public void What_cannot_be_taken_without_guessing_is_asked()
    {
        var question = Assert.Single(
            Read("樓底 4,5 m").Questions,
            question => question.Words.StartsWith("4,5", StringComparison.Ordinal)
        );
        Assert.Equal(["樓底 4.5 m", "樓底 45 m"], question.Choices!.Value.Select(choice => choice.Label.En));
        Assert.Equal(
            [Some.Number(4.5m), Some.Number(45)],
            question.Choices.Value.Select(choice => choice.Criterion.Limit)
        );

        question = Assert.Single(Read("3000").Questions);
        Assert.Equal(
            [Some.Number(279), Some.Number(3000)],
            question.Choices!.Value.Select(choice => choice.Criterion.Limit)
        );

        Assert.Equal(["Acme Surgical"], Read("we are Acme Surgical, please").Questions.Select(asked => asked.Words));
        Assert.Null(Read("Acme").Questions.Single().Choices);
        Assert.Equal(["we need a"], Read("we need a lab").Ignored.Select(words => words.Words));
    }

    [Fact]
    public void A_day_is_when_the_space_must_be_free()
    {
        foreach (
            var text in new[]
            {
                "by 1 March 2027",
                "１/３/２０２７",
                "2027年3月1日前",
                "from March 1, 2027",
                "01.03.2027",
            }
        )
        {
            var criterion = Assert.Single(CriteriaOf(Read(text), "sites"));
            Assert.Equal(
                ("availableFrom", Op.AtMost, Some.Day(2027, 3, 1)),
                (criterion.Attribute, criterion.Op, criterion.Limit)
            );
        }

        Assert.Equal(new DayValue(Some.ReadingDay), Assert.Single(CriteriaOf(Read("即租"), "sites")).Limit);
    }

    [Fact]
    public void The_words_of_a_criterion_may_stand_apart()
    {
        var criterion = CriteriaOf(Read("觀塘，三相電，九龍灣"), "sites")
            .Single(found => found.Attribute == "district");
        Assert.Equal([0, 10], criterion.From);
        Assert.Equal(
            [
                [0, 2],
                [7, 10],
            ],
            criterion.Parts!.Value.Select(part => part.ToArray())
        );
    }

    private static void AssertCovered(string text)
    {
        var read = Read(text);
        var said = new int[text.Length];
        var parts = read
            .Boards.SelectMany(board => board.Criteria)
            .SelectMany(criterion => criterion.Parts?.AsEnumerable() ?? [criterion.From])
            .Concat(read.Questions.Select(question => question.From))
            .Concat(read.Ignored.Select(words => words.From))
            .Select(from => (Start: from[0], End: from[1]))
            .Distinct();
        foreach (var (start, end) in parts)
        {
            Assert.InRange(start, 0, end - 1);
            for (var at = start; at < end; at++)
                said[at]++;
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at]) || char.IsSymbol(text[at]) || char.IsSurrogate(text[at]))
                Assert.True(said[at] == 1, $"{text}: {text[at]} at {at} is said {said[at]} times");
        }

        Assert.All(read.Questions, question => Assert.Equal(text[question.From[0]..question.From[1]], question.Words));
        Assert.All(read.Ignored, words => Assert.Equal(text[words.From[0]..words.From[1]], words.Words));
        foreach (var board in read.Boards)
            Assert.True(
                DemandRules.Check(BoardTable.Find(board.Board)!, [.. board.Criteria], "criteria").IsOk,
                $"{text}: {board.Board}"
            );
    }

    [Fact]
    public void Of_many_decimal_commas_only_the_first_are_read_anew_for_choices()
    {
        var read = Read(string.Join("; ", Enumerable.Repeat("headroom 4,5", 100)));

        Assert.Equal(100, read.Questions.Count(question => question.Words.Contains("4,5", StringComparison.Ordinal)));
        Assert.Equal(10, read.Questions.Count(question => question.Choices is not null));
    }

    private static BriefReading Read(string text) => BriefReader.Read(Lexicon, text, Some.ReadingDay);

    private static IEnumerable<CriterionRead> CriteriaOf(BriefReading read, string board) =>
        read.Boards.Where(found => found.Board == board).SelectMany(found => found.Criteria);

    private static string Said(string text, CriterionRead criterion)
    {
        Value?[] operands = [criterion.Limit, criterion.Min, criterion.Max, criterion.Value];
        var values = operands.OfType<Value>().Select(Word).Concat(criterion.Values ?? []);
        return $"{criterion.Attribute} {criterion.Op} {string.Join('|', values)} [{text[criterion.From[0]..criterion.From[1]]}]";
    }

    private static string Word(Value value) =>
        value switch
        {
            NumberValue number => number.Number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture),
            DayValue day => day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            CodeValue code => code.Code,
            FlagValue flag => flag.Yes ? "yes" : "no",
            _ => $"{value}",
        };

    private static IEnumerable<IReadOnlyDictionary<string, string>> Vectors() =>
        Csv.Embedded(typeof(BriefReaderTests).Assembly, "Briefs.vectors.csv");
}
