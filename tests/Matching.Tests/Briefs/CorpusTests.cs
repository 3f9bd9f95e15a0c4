using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Briefs;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Tests.Search;
using Xunit;

namespace Matchmaker.Matching.Tests.Briefs;

/// <summary>
/// Sentences as tenants, factory owners and officers write them, in three scripts and mixed, with what each asks of one
/// board and what is asked back: corpus.csv.
/// </summary>
public class CorpusTests
{
    private static readonly Lexicon Lexicon = new(TaxonomySet.BuiltIn);

    public static TheoryData<string, string, string, string> Rows =>
        [
            .. Csv.Embedded(typeof(CorpusTests).Assembly, "Briefs.corpus.csv")
                .Select(row => (row["text"], row["board"], row["criteria"], row["questions"])),
        ];

    [Theory, MemberData(nameof(Rows))]
    public void A_sentence_is_read_as_it_is_meant(string text, string board, string criteria, string questions)
    {
        var read = BriefReader.Read(Lexicon, text, Some.ReadingDay);

        Assert.Equal(
            (criteria, questions),
            (
                SearchTextTests.Written(read.Boards.Where(of => of.Board == board).SelectMany(of => of.Criteria)),
                string.Join(" / ", read.Questions.Select(Written))
            )
        );
    }

    [Fact]
    public void Full_width_writing_is_read_the_same()
    {
        var other = Rows.Select(row => row.Data.Item1)
            .Where(text =>
                Asked(text) != Asked(string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)))
            );
        Assert.Equal("", string.Join(" / ", other));
    }

    private static string Asked(string text) =>
        string.Join(
            "; ",
            BriefReader
                .Read(Lexicon, text, Some.ReadingDay)
                .Boards.Select(board => SearchTextTests.Written(board.Criteria))
        );

    private static string Written(BriefQuestion question) =>
        question.Choices is { } choices
            ? $"{question.Words} ({string.Join(" | ", choices.Select(choice => SearchTextTests.Written([choice.Criterion])))})"
            : question.Words;
}
