using System.Text.RegularExpressions;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Mail;

public sealed partial class LetterWordsTests
{
    private static readonly LetterWords Words = new("https://matchmaker.example.hk");

    public static TheoryData<string> Templates => [.. LetterWords.Codes];

    [Theory, MemberData(nameof(Templates))]
    public void A_letter_has_the_same_facts_in_three_languages_and_no_empty_placeholder(string template)
    {
        var (subject, text) = Words.Of(Filled(template), "TOKEN", null);
        Assert.DoesNotContain('{', subject + text);
        Assert.DoesNotContain('\n', subject);
        var languages = text.Split("— — —");
        Assert.Equal(3, languages.Length);
        Assert.Single(
            languages
                .Select(part =>
                    string.Join(' ', Facts().Matches(part).Select(fact => fact.Value).Order(StringComparer.Ordinal))
                )
                .Distinct()
        );
    }

    [Theory]
    [InlineData("zh-Hant", "/tc/consent#", "為您引薦")]
    [InlineData("zh-Hans", "/sc/consent#", "为您引荐")]
    [InlineData("en", "/en/consent#", "introduce you")]
    public void A_letter_in_one_language_links_to_the_page_in_it(string language, string page, string words)
    {
        var (subject, text) = Words.Of(Filled("consentAsked"), "TOKEN", language);
        Assert.DoesNotContain(" / ", subject, StringComparison.Ordinal);
        Assert.DoesNotContain("— — —", text, StringComparison.Ordinal);
        Assert.Contains(page, text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_carries_its_token_in_the_fragment_and_only_for_its_recipient()
    {
        var letter = Filled("consentAsked");
        Assert.Contains(
            "https://matchmaker.example.hk/consent#token=TOKEN\n",
            Words.Of(letter, "TOKEN", null).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "https://matchmaker.example.hk/consent#token=…\n",
            Words.Of(letter, null, null).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_name_in_one_language_stands_in_each_and_one_in_three_stands_in_its_own()
    {
        var letter = Letters.For(
            "a@b",
            "declined",
            Some.Noon,
            Letters.Text("Robots"),
            Letters.Text(new Matching.LocalText("Housings", "外殼", "外壳"))
        );
        var languages = Words.Of(letter, null, null).Text.Split("— — —");
        Assert.All(languages, part => Assert.Contains("Robots", part, StringComparison.Ordinal));
        Assert.Equal([true, false, false], languages.Select(part => part.Contains("外殼", StringComparison.Ordinal)));
        Assert.Equal(
            [false, true, false],
            languages.Select(part => part.Contains("Housings", StringComparison.Ordinal))
        );
        Assert.Equal([false, false, true], languages.Select(part => part.Contains("外壳", StringComparison.Ordinal)));
    }

    [Fact]
    public void User_text_is_never_read_as_a_placeholder_or_a_header()
    {
        var letter = Letters.For("a@b", "declined", Some.Noon, Letters.Text("{1}\r\nBcc: x@y"), Letters.Text("{link}"));
        var (subject, text) = Words.Of(letter, "TOKEN", null);
        Assert.DoesNotContain('\n', subject);
        Assert.Contains("{link}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TOKEN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_that_a_letter_may_name_has_a_label()
    {
        Assert.All(
            Enum.GetValues<IntroductionOutcome>(),
            code => LetterWords.Label(LetterWords.Code("outcome", code).Text.Plain!)
        );
        Assert.All(
            Enum.GetValues<IntroductionState>(),
            code => LetterWords.Label(LetterWords.Code("state", code).Text.Plain!)
        );
        Assert.All(
            Enum.GetValues<MeetingKind>(),
            code => LetterWords.Label(LetterWords.Code("meeting", code).Text.Plain!)
        );
    }

    private static Letter Filled(string template) =>
        Letters.For("a@b", template, Some.Noon, Enumerable.Range(0, 6).Select(place => Letters.Text($"<{place}>")));

    [GeneratedRegex("<[0-9]>|https://[^ \n）]+")]
    private static partial Regex Facts();
}
