using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Search;

/// <summary>What the page writes as an example, in each language, is read and finds something in the sample.</summary>
public sealed class ExamplesTests(Site site)
{
    private static readonly string Page = Path.Combine(Built.Home, "web", "ui", "src");

    // Of these less is better, so that a new criterion begins with "at most".
    private static readonly string[] LowerIsBetter =
    [
        "rent",
        "managementFee",
        "tolerance",
        "smallestOrder",
        "leadTime",
        "stationDistance",
    ];

    // A visitor may ask these.
    private static readonly string[] Open = ["sites", "research"];

    public static TheoryData<string> Languages => ["en", "zh-Hant", "zh-Hans"];

    [Theory, MemberData(nameof(Languages))]
    public async Task The_search_box_finds_its_own_example(string language)
    {
        var example = Example(Texts(language)["find"]!["placeholder"]);
        foreach (var role in new[] { "anonymous", "officer" })
        {
            using var http = await site.As(role);
            var answer = await http.Send("GET", $"/api/search?q={Uri.EscapeDataString(example)}").Json();

            Assert.NotEmpty(answer.On("sites")["matches"]!.AsArray());
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Each_sentence_to_begin_from_is_read_whole_and_finds_something(string language)
    {
        using var http = await site.As("anonymous");
        var texts = Texts(language);
        string[] sentences =
        [
            Example(texts["brief"]!["placeholder"]),
            Example(texts["home"]!["visitor"]!["placeholder"]),
            .. texts["home"]!["example"]!.AsObject().Where(of => of.Key != "tag").Select(of => (string)of.Value!),
        ];
        foreach (var sentence in sentences)
        {
            var read = await http.Send(
                    "POST",
                    "/api/briefs/read",
                    new JsonObject { ["text"] = sentence }.ToJsonString()
                )
                .Json();
            Assert.True(read["questions"]!.AsArray() is [], $"{sentence}: {read["questions"]!.ToJsonString()}");
            var found = 0;
            foreach (var board in read["boards"]!.AsArray().Where(of => Open.Contains((string)of!["board"]!)))
                found += await Found(http, (string)board!["board"]!, Bare(board["criteria"]!.AsArray()));
            Assert.True(found > 0, sentence);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_example_of_each_unit_is_a_limit_that_something_meets(string language)
    {
        using var officer = await site.As("officer");
        var numbers = (await Attributes(officer)).Where(of => (string?)of.Attribute["kind"] == "number").ToList();
        foreach (var (unit, written) in Texts(language)["unit"]!["placeholder"]!.AsObject())
        {
            var found = 0;
            foreach (var (board, attribute) in numbers.Where(of => ((string?)of.Attribute["unit"] ?? "") == unit))
            {
                var code = (string)attribute["code"]!;
                var read = await officer
                    .Send(
                        "GET",
                        $"/api/reading?board={board}&attribute={code}&text={Uri.EscapeDataString(Example(written))}"
                    )
                    .Json();
                if (read["value"] is not { } value)
                    continue;
                var op = LowerIsBetter.Contains(code) ? "atMost" : "atLeast";
                found += await Found(
                    officer,
                    board,
                    $$"""[{"attribute":"{{code}}","op":"{{op}}","limit":{{value.ToJsonString()}}}]"""
                );
            }

            if (unit != "distance")
                Assert.True(found > 0, $"{unit}: {written}");
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_example_of_each_taxonomy_is_a_word_of_a_term_that_somebody_has(string language)
    {
        using var officer = await site.As("officer");
        var tags = (await Attributes(officer)).Where(of => (string?)of.Attribute["kind"] == "tags").ToList();
        foreach (var (code, written) in Texts(language)["codes"]!["of"]!.AsObject())
        {
            var word = Example(written);
            var terms = (await officer.Send("GET", $"/api/taxonomies/{(code == "fields" ? "research" : code)}").Json())[
                "terms"
            ]!
                .AsArray()
                .Where(term => Names(term!).Any(name => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Select(term => (string)term!["code"]!);
            var found = 0;
            foreach (var term in terms)
            {
                foreach (var (board, _) in tags.Where(of => (string?)of.Attribute["code"] == code))
                    found += await Found(
                        officer,
                        board,
                        $$"""[{"attribute":"{{code}}","op":"covers","value":"{{term}}"}]"""
                    );
            }

            Assert.True(found > 0, $"{code}: {written}");
        }
    }

    [Fact]
    public async Task Each_requirement_to_begin_from_finds_something()
    {
        using var officer = await site.As("officer");
        var examples = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Page, "kinds", "examples.json")))!;
        foreach (var (board, all) in examples.AsObject())
        {
            foreach (var example in all!.AsArray())
                Assert.True(
                    await Found(officer, board, example!["criteria"]!.ToJsonString()) > 0,
                    $"{board}: {(string?)example["key"]}"
                );
        }
    }

    private static JsonNode Texts(string language) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Page, "i18n", $"{language}.json")))!;

    /// <summary>Criteria without the words that they were read from.</summary>
    private static string Bare(JsonArray criteria)
    {
        foreach (var criterion in criteria)
        {
            criterion!.AsObject().Remove("from");
            criterion.AsObject().Remove("parts");
        }

        return criteria.ToJsonString();
    }

    private static string Example(JsonNode? placeholder) =>
        ((string)placeholder!)
            .Split("e.g. ", StringSplitOptions.None)[^1]
            .Split("Such as: ", StringSplitOptions.None)[^1]
            .Split("例如", StringSplitOptions.None)[^1]
            .Split("例：", StringSplitOptions.None)[^1]
            .Trim('：', '「', '」', '“', '”', ' ');

    private static IEnumerable<string> Names(JsonNode term) =>
        term["label"]!
            .AsObject()
            .Select(label => label.Value)
            .Concat(term["synonyms"]!.AsArray())
            .Select(name => (string)name!);

    private static async Task<List<(string Board, JsonNode Attribute)>> Attributes(HttpClient http) =>
        [
            .. from board in JsonNode.Parse(await http.GetStringAsync("/api/boards"))!.AsArray()
            from attribute in board!["attributes"]!.AsArray()
            select ((string)board["board"]!, attribute),
        ];

    private static async Task<int> Found(HttpClient http, string board, string criteria) =>
        (int)
            (await http.Send("POST", $"/api/boards/{board}/match", $$"""{"criteria":{{criteria}}}""").Json())["count"]!;
}
