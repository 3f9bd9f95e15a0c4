using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Bench;

/// <summary>
/// The time of a text search over 100 000 firms, and of a consortium of 12 lines over 10 000. Every search is first
/// compared with a full scan of the firms.
/// </summary>
internal static class TextBench
{
    private const int Count = 100_000;
    private const int Top = 50;

    /// <summary>The maximum search time in milliseconds, as the median over all texts.</summary>
    private const double SearchGate = 1;

    private const double ConsortiumGate = 2_000;

    private static readonly DateOnly Today = new(2027, 3, 31);
    private static readonly Viewer Office = new(true, null);

    private static readonly string[] Texts =
    [
        "CNC 觀塘",
        "電腦鑼 ISO 13485",
        "sheet metal Kwun Tong",
        "五軸加工 鋁",
        "injection moulding 起訂量 500",
        "精密 觀塘",
        "Harbour Precision",
        "海港精密",
        "數控加工 公差 0.01mm",
        "PCBA 交貨期 20日",
        "不銹鋼 鈑金 新蒲崗",
        "laser cutting ISO 9001 至少 50人",
    ];

    /// <returns>The process's exit code: 1 for a difference or a missed gate.</returns>
    public static int Run(bool quick)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var profiles = new SyntheticFirms(seed: 1).Make(Count);
        var index = IndexSnapshot.Empty(BoardTable.Partners).With(profiles, []);
        var lexicon = new Lexicon(TaxonomySet.BuiltIn);
        Console.WriteLine($"{Count} firms, top {Top}, one thread, .NET {Environment.Version}");
        var medians = new List<double>();
        foreach (var text in Texts)
        {
            if (Search(text, lexicon, index, profiles, quick ? 5 : 31) is not { } median)
                return 1;
            medians.Add(median);
        }

        medians.Sort();
        var middle = medians[medians.Count / 2];
        Console.WriteLine(
            $"median over the texts {middle:0.000} ms  gate ≤ {SearchGate} ms {(middle <= SearchGate ? "ok" : "MISSED")}"
        );
        return Consortium(profiles, quick ? 3 : 11) & middle <= SearchGate ? 0 : 1;
    }

    private static double? Search(string text, Lexicon lexicon, IndexSnapshot index, List<Profile> profiles, int rounds)
    {
        var (criteria, words) = ParsedSearch.Parse(lexicon, text).For(BoardTable.Partners);
        var query = new Query(criteria, Top, Today, Office, words);
        var plain = Rounds.Of(1, () => Plain(profiles, query));
        if (!Plain(profiles, query).SequenceEqual(index.Search(query).Matches.Select(match => match.Id)))
        {
            Console.WriteLine($"{text}: DIFFERS from a full scan");
            return null;
        }

        var engine = Rounds.Of(
            rounds,
            () =>
            {
                var (asked, said) = ParsedSearch.Parse(lexicon, text).For(BoardTable.Partners);
                index.Search(new(asked, Top, Today, Office, said));
            }
        );
        Console.WriteLine($"{index.Search(query).Count, 7} found  engine {engine}  full scan {plain}  {text}");
        return engine.Median;
    }

    private static List<string> Plain(List<Profile> profiles, Query query) =>
        [
            .. profiles
                .Where(profile => query.Words!.Value.All(alternatives => Has(profile, alternatives)))
                .Select(profile => Evaluator.Evaluate(BoardTable.Partners, query.Criteria, profile, query.AsOf))
                .Where(match => match.Verdict is Verdict.Match or Verdict.Possible)
                .OrderByDescending(match => match.Points)
                .ThenBy(match => match.UnknownMusts)
                .ThenBy(match => match.Id, StringComparer.Ordinal)
                .Take(query.Top)
                .Select(match => match.Id),
        ];

    private static bool Has(Profile profile, ImmutableArray<ImmutableArray<string>> alternatives)
    {
        var words = profile.Texts!.Value.SelectMany(text => Tokens.Of(text)).ToHashSet();
        return alternatives.Any(phrase => phrase.All(words.Contains));
    }

    private static bool Consortium(List<Profile> profiles, int rounds)
    {
        var index = IndexSnapshot.Empty(BoardTable.Partners).With(profiles[..10_000], []);
        ImmutableArray<Criterion> bill =
        [
            .. SyntheticFirms.Lines.Select(code => new Criterion
            {
                Attribute = "capabilities",
                Op = Op.Covers,
                Value = new CodeValue(code),
            }),
        ];
        var query = new Query(DemandRules.Check(BoardTable.Partners, bill, "criteria").Value, 0, Today, Office);
        var report = index.Consortium(query);
        var time = Rounds.Of(rounds, () => index.Consortium(query));
        var ok = time.Median <= ConsortiumGate;
        Console.WriteLine(
            $"consortium of {bill.Length} lines over 10 000 firms: {report.Firms.Length} firms, optimal {report.Optimal}, {time}  gate ≤ {ConsortiumGate} ms {(ok ? "ok" : "MISSED")}"
        );
        return ok;
    }
}
