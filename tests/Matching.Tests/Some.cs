using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Tests.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests;

/// <summary>
/// Random test data from a seed. Numbers and days cluster on a few steps and days, so that ties, limits and the edges
/// of freshness are common.
/// </summary>
internal sealed class Some(int seed)
{
    public static readonly DateOnly Today = new(2027, 3, 31);

    /// <summary>The day on which texts are read.</summary>
    public static readonly DateOnly ReadingDay = new(2026, 11, 21);

    private static readonly string[] TagCodes = ["a", "a/b", "a/b/c", "a/bc", "a/d", "e"];
    private static readonly string[] Names = ["Harbour", "Works", "觀塘", "工廠", "Precision", "精密", "Tower 3"];
    private static readonly PointValue Centre = new(22.31, 114.22);
    private static readonly string[] Crowd =
    [
        "area",
        "rent",
        "availableFrom",
        "floor",
        "headroom",
        "liftCapacity",
        "zone",
        "leaseUser",
        "dangerousGoodsNeighbour",
        "district",
        "uses",
        "rampAccess",
        "gas",
        "location",
        "capabilities",
        "certifications",
        "employees",
        "tolerance",
        "exporter",
        "confidentiality",
        "fields",
        "technologies",
        "readiness",
        "contractResearch",
        "platform",
        "needs",
        "industry",
        "annualSpend",
        "orderSize",
        "startFrom",
        "prototypes",
    ];

    private readonly Random _random = new(seed);

    public int Int(int below) => _random.Next(below);

    public bool Chance(double share) => _random.NextDouble() < share;

    public Board Board() => BoardTable.All[Int(BoardTable.All.Length)];

    public static Profile Profile(string id, params (string Code, Value Value)[] values) =>
        new(
            id,
            values.ToImmutableSortedDictionary(pair => pair.Code, pair => pair.Value, StringComparer.Ordinal),
            values.ToImmutableSortedDictionary(pair => pair.Code, _ => Today, StringComparer.Ordinal),
            Public: true,
            Owner: null
        );

    public static NumberValue Number(decimal number) => new(number);

    public static CodeValue Code(string code) => new(code);

    public static DayValue Day(int year, int month, int day) => new(new DateOnly(year, month, day));

    public static ImmutableSortedDictionary<string, UseVerdict> Uses(params (string Use, UseVerdict Verdict)[] uses) =>
        uses.ToImmutableSortedDictionary(use => use.Use, use => use.Verdict, StringComparer.Ordinal);

    public static TagsValue Tags(params Tag[] tags) => new([.. tags]);

    public Profile Profile(Board board, string id)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var days = ImmutableSortedDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        foreach (var attribute in Attributes(board))
        {
            if (Chance(0.25))
                continue;
            values[attribute.Code] = Value(attribute);
            if (Chance(0.9))
                days[attribute.Code] = Today.AddDays(Chance(0.5) ? -Int(20) : Int(5) - 3 - attribute.FreshDays);
        }

        return new(
            id,
            values.ToImmutable(),
            days.ToImmutable(),
            Chance(0.7),
            Chance(0.5) ? $"owners/o{Int(3)}" : null,
            Texts: [.. Texts()],
            Waivers: board == BoardTable.Sites && Chance(0.4) ? SomeWaivers.Of(this) : null,
            Hold: Chance(0.3) ? Hold() : null
        );
    }

    // For one of the first demands of a test, or for one that it does not know.
    private Hold Hold() => new(Chance(0.3) ? "d" : $"d{Int(4)}", Today.AddDays(Int(30)));

    /// <summary>A few alternative phrases of a few words, some of which occur in some profiles.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<string>>> Words() =>
        [
            .. Enumerable
                .Range(0, Int(3))
                .Select(_ =>
                    Enumerable
                        .Range(0, 1 + Int(2))
                        .Select(_ => Tokens(string.Join(' ', Texts().Take(1))))
                        .ToImmutableArray()
                ),
        ];

    private static ImmutableArray<string> Tokens(string text) => Matchmaker.Matching.Search.Tokens.Of(text);

    private IEnumerable<string> Texts() =>
        Enumerable.Range(0, Int(3)).Select(_ => $"{Names[Int(Names.Length)]} {Names[Int(Names.Length)]}");

    public List<Profile> Profiles(Board board, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Profile(board, $"p{i * 7919 % 10007}"))];

    public ImmutableArray<Criterion> Criteria(Board board)
    {
        var attributes = Attributes(board);
        var criteria = Enumerable
            .Range(0, Int(6))
            .Select(_ => Criterion(attributes[Int(attributes.Count)]))
            .ToImmutableArray();
        var check = DemandRules.Check(board, criteria, "criteria");
        return check.Value;
    }

    public Viewer Viewer() =>
        new(Chance(0.4), Chance(0.5) ? $"owners/o{Int(3)}" : null, Demand: Chance(0.5) ? $"d{Int(3)}" : null);

    public StandingDemand Demand(Board board, string id) =>
        new(id, board.Code, "enterprises/e1", Criteria(board), Chance(0.5) ? 50 : Int(101) + (Int(4) / 4m));

    /// <summary>The profile with a few attributes or its visibility or hold changed; null: deleted.</summary>
    public Profile? Changed(Board board, Profile profile)
    {
        if (Chance(0.1))
            return null;
        var other = Profile(board, profile.Id);
        var attribute = Attributes(board)[Int(Attributes(board).Count)].Code;
        var next = Chance(0.3) ? profile with { Public = !profile.Public } : profile;
        if (Chance(0.3))
            next = next with { Hold = other.Hold };
        if (Chance(0.2))
            return next;
        if (Chance(0.2))
            next = next with { Waivers = other.Waivers };
        next = next with
        {
            Values = other.Values.TryGetValue(attribute, out var value)
                ? next.Values.SetItem(attribute, value)
                : next.Values.Remove(attribute),
        };
        return other.VerifiedOn.TryGetValue(attribute, out var day)
            ? next with
            {
                VerifiedOn = next.VerifiedOn.SetItem(attribute, day),
            }
            : next with
            {
                VerifiedOn = next.VerifiedOn.Remove(attribute),
            };
    }

    private static List<BoardAttribute> Attributes(Board board) =>
        [.. board.Attributes.Where(attribute => Crowd.Contains(attribute.Code))];

    private Value Value(BoardAttribute attribute) =>
        attribute.Kind switch
        {
            AttributeKind.Number => OnGrid(attribute),
            AttributeKind.Date => new DayValue(Today.AddDays(Int(9))),
            AttributeKind.Category => new CodeValue(attribute.Values[Int(Math.Min(4, attribute.Values.Length))].Code),
            AttributeKind.Flag => new FlagValue(Chance(0.5)),
            AttributeKind.Tags => SomeTags(),
            AttributeKind.Use => new UsesValue(
                attribute
                    .Values.Where(_ => Chance(0.7))
                    .ToImmutableSortedDictionary(entry => entry.Code, _ => (UseVerdict)Int(3), StringComparer.Ordinal)
            ),
            _ => new PointValue(Centre.Lat + (Int(7) / 1000.0), Centre.Lon + (Int(7) / 1000.0)),
        };

    private NumberValue OnGrid(BoardAttribute attribute)
    {
        var lowest = ((NumberValue)attribute.Min!).Number;
        return new(lowest + (Int(9) * attribute.Step!.Value));
    }

    private TagsValue SomeTags() =>
        new([
            .. TagCodes
                .Where(_ => Chance(0.3))
                .Select(code => new Tag(code, Chance(0.5) ? Today.AddDays(Int(3) - 1) : null)),
        ]);

    private Criterion Criterion(BoardAttribute attribute)
    {
        var criterion = new Criterion
        {
            Attribute = attribute.Code,
            Op = attribute.Ops[Int(attribute.Ops.Length)],
            Strength = Chance(0.65) ? Strength.Must : Strength.Prefer,
            Weight = 1 + Int(10),
            Fixed = Chance(0.15),
        };
        return criterion.Op switch
        {
            Op.AtLeast or Op.AtMost or Op.Between => Ends(criterion, attribute),
            Op.AnyOf => Choice(criterion, attribute),
            Op.Within => criterion with
            {
                Of = Centre,
                Limit = Number(200 + Int(500)),
                Ideal = Chance(0.5) ? Number(Int(200)) : null,
            },
            Op.Allows => criterion with { Value = Code(attribute.Values[Int(attribute.Values.Length)].Code) },
            Op.Covers => criterion with { Value = Code(TagCodes[Int(TagCodes.Length)]) },
            _ => criterion with { Value = new FlagValue(Chance(0.5)) },
        };
    }

    private Criterion Ends(Criterion criterion, BoardAttribute attribute)
    {
        Value[] ends = [.. Enumerable.Range(0, 3).Select(_ => Value(attribute)).OrderBy(Key)];
        var ideal = Chance(0.6);
        return criterion.Op switch
        {
            Op.AtLeast => criterion with { Limit = ends[0], Ideal = ideal ? ends[2] : null },
            Op.AtMost => criterion with { Limit = ends[2], Ideal = ideal ? ends[0] : null },
            _ => criterion with { Min = ends[0], Max = ends[2], Ideal = ideal ? ends[1] : null },
        };
    }

    private Criterion Choice(Criterion criterion, BoardAttribute attribute)
    {
        ImmutableArray<string> codes =
        [
            .. attribute.Values.Take(4).Where(_ => Chance(0.6)).Select(entry => entry.Code),
        ];
        if (codes.IsEmpty)
            codes = [attribute.Values[0].Code];
        return criterion with { Values = codes, Preferred = Chance(0.5) ? [.. codes.Where(_ => Chance(0.4))] : null };
    }

    public static decimal Key(Value value) => value is DayValue day ? day.Day.DayNumber : ((NumberValue)value).Number;

    /// <summary>An attribute such as <c>area</c> or <c>research.readiness</c>, with its board.</summary>
    public static (Board Board, BoardAttribute Attribute) Attribute(string name) =>
        name.Split('.') is [var board, var code]
            ? (BoardTable.Find(board)!, BoardTable.Find(board)!.Find(code)!)
            : BoardTable
                .All.Where(board => board.Find(name) is not null)
                .Select(board => (board, board.Find(name)!))
                .First();

    /// <summary>A text as read for an attribute; a ~ behind its name: the asker takes ranges.</summary>
    public static ReadResult Reading(string text, string attribute)
    {
        var (board, read) = Attribute(attribute.TrimEnd('~'));
        return AttributeReader.Read(
            read,
            text,
            new(board.Code, ReadingDay, TaxonomySet.BuiltIn, TakesRanges: attribute.EndsWith('~'))
        );
    }
}
