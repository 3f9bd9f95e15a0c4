using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading.Scanning;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reading;

/// <summary>
/// Reads what a person wrote as a value of one attribute: the one reader of fields on the page, cells of files, and the
/// API. Pure: the day of reading is given. Never throws, whatever the text.
/// </summary>
public static class AttributeReader
{
    /// <summary>The attributes that may be now: a space is free now, and supply starts on a day.</summary>
    internal static readonly string[] FromNow = ["availableFrom"];

    // More than once around the Earth, as for a criterion's limit.
    private const int MaxDistance = 100_000_000;

    private static readonly char[] Separators = ['|', ';', '、', '\n'];

    /// <summary>The value, that there is none, or why the text is no value.</summary>
    public static ReadResult Read(BoardAttribute attribute, string text, ReadingContext context)
    {
        var normal = ReadingText.Of(text);
        if (ReadingWords.IsNothing(normal))
            return new ReadNothing(normal == "unknown");
        return attribute.Kind switch
        {
            AttributeKind.Number => Number(attribute, text, normal, context),
            AttributeKind.Date => Day(attribute, text, normal, context),
            AttributeKind.Flag => ReadingWords.Flag(normal) is { } yes
                ? new ReadValue(new FlagValue(yes))
                : Refuse(attribute, text, "notAFlag"),
            AttributeKind.Category => Category(attribute, text),
            AttributeKind.Tags => Tags(attribute, text, context),
            AttributeKind.Use => Uses(attribute, text),
            _ => Number(Distance(attribute), text, normal, context),
        };
    }

    // What people type of a place is how far it may be.
    private static BoardAttribute Distance(BoardAttribute place) =>
        place with
        {
            Kind = AttributeKind.Number,
            Unit = "m",
            Step = 1,
            Min = new NumberValue(0),
            Max = new NumberValue(MaxDistance),
        };

    /// <summary>Whether the text is a number of the attribute, inside its range.</summary>
    public static bool IsNumber(BoardAttribute attribute, string text) =>
        NumberReader.Read(attribute, ReadingText.Of(text)).Value is not null;

    /// <summary>Whether the text is a unit of the attribute's dimension.</summary>
    public static bool IsUnit(BoardAttribute attribute, string unit)
    {
        var text = ReadingText.Of($"1 {unit}");
        return AmountScanner.At(text, 0, ScanFor.Quantity) is { To: null, Fault: null } amount
            && amount.End == text.TrimEnd('.').Length
            && amount.From.In(attribute) is not null;
    }

    private static ReadResult Number(BoardAttribute attribute, string text, string normal, ReadingContext context)
    {
        if (attribute.Unit == "storey")
        {
            var (floor, name) = FloorReader.Read(normal);
            if (name is not null)
                return Refuse(attribute, text, name);
            if (floor is { } number)
                return Checked(attribute, text, new NumberValue(number));
        }

        // 第 3 級 is a level's number, not a count.
        if (attribute.Unit == "level" && normal.StartsWith('第'))
            normal = normal[1..].TrimStart();
        var (value, range, fault) = NumberReader.Read(attribute, normal);
        if (fault is not null)
            return Refuse(attribute, text, fault);
        if (range is not null)
            return context.TakesRanges ? range : Refuse(attribute, text, "oneValue");
        return new ReadValue(value!);
    }

    private static ReadResult Day(BoardAttribute attribute, string text, string normal, ReadingContext context)
    {
        if (FromNow.Contains(attribute.Code) && ReadingWords.IsNow(normal))
            return Checked(attribute, text, new DayValue(context.Today));
        var (day, fault) = DayReader.Read(text);
        return day is { } read ? Checked(attribute, text, new DayValue(read)) : Refuse(attribute, text, fault!);
    }

    private static ReadResult Category(BoardAttribute attribute, string text)
    {
        var names = CodeNames.OfList(attribute);
        return names.Find(text.Trim()) is { } code
            ? new ReadValue(new CodeValue(code))
            : RefuseCode(attribute, text, [(text.Trim(), names.Nearest(text))]);
    }

    private static ReadResult Tags(BoardAttribute attribute, string text, ReadingContext context)
    {
        var names = context.Taxonomies is { } taxonomies
            ? CodeNames.OfTerms(taxonomies, context.Board, attribute.Code)
            : null;
        var tags = new List<Tag>();
        var strangers = new List<(string Written, ImmutableArray<string> Nearest)>();
        foreach (var part in Parts(text))
        {
            var tag = ReadTag(part);
            if (part.Length == 0)
                return Refuse(attribute, text, "notTags");
            if (names is null)
                tags.Add(tag);
            else if (names.Find(tag.Code) is { } code)
                tags.Add(tag with { Code = code });
            else
                strangers.Add((tag.Code, names.Nearest(tag.Code)));
        }

        if (strangers.Count > 0)
            return RefuseCode(attribute, text, strangers);
        var value = new TagsValue([.. tags]);
        return names is null ? new ReadValue(value) : Checked(attribute, text, value);
    }

    // What follows the last @ is the claim's last day.
    private static Tag ReadTag(string written)
    {
        var at = written.LastIndexOf('@');
        return at > 0 && DayReader.Read(written[(at + 1)..]).Day is { } until
            ? new(written[..at].Trim(), until)
            : new(written);
    }

    private static ReadResult Uses(BoardAttribute attribute, string text)
    {
        var uses = ImmutableSortedDictionary.CreateBuilder<string, UseVerdict>(StringComparer.Ordinal);
        var strangers = new List<(string Written, ImmutableArray<string> Nearest)>();
        var names = CodeNames.OfList(attribute);
        foreach (var part in Parts(text))
        {
            if (
                part.Split(['=', '＝', ':', '：'], StringSplitOptions.TrimEntries)
                    is not [{ Length: > 0 } use, var word]
                || UseVerdicts.Find(word) is not { } verdict
            )
                return Refuse(attribute, text, "notUses");
            if (names.Find(use) is not { } code)
                strangers.Add((use, names.Nearest(use)));
            else if (!uses.TryAdd(code, verdict))
                return Refuse(attribute, text, "notUses"); // Two verdicts on one use contradict each other.
        }

        return strangers.Count > 0
            ? RefuseCode(attribute, text, strangers)
            : new ReadValue(new UsesValue(uses.ToImmutable()));
    }

    private static string[] Parts(string text) =>
        text.Replace('；', ';')
            .Replace('｜', '|')
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Trim()
            .Split(Separators, StringSplitOptions.TrimEntries);

    private static ReadResult Checked(BoardAttribute attribute, string text, Value value)
    {
        var read = ValueRules.CheckOne(attribute, value, attribute.Code);
        return read.IsOk ? new ReadValue(read.Value) : new ReadRefusal(text, read.Errors, []);
    }

    private static ReadRefusal Refuse(BoardAttribute attribute, string text, string code) =>
        new(text, [new(attribute.Code, code)], []);

    private static ReadRefusal Refuse(BoardAttribute attribute, string text, ReadingFault fault) =>
        new(text, [new(attribute.Code, fault.Code, fault.Args)], fault.IsEither ? [.. fault.Args] : []);

    private static ReadRefusal RefuseCode(
        BoardAttribute attribute,
        string text,
        List<(string Written, ImmutableArray<string> Nearest)> strangers
    ) =>
        new(
            text,
            [
                .. strangers.Select(stranger => new FieldError(
                    attribute.Code,
                    "unknownCode",
                    stranger.Written,
                    string.Join(", ", stranger.Nearest)
                )),
            ],
            strangers[0].Nearest
        );
}

/// <summary>What a reading depends on besides the text.</summary>
/// <param name="Board">The code of the attribute's board.</param>
/// <param name="Today">The day of reading, which <c>now</c> means.</param>
/// <param name="Taxonomies">
/// The terms that tags name; null: tags stay as written, and the rules of the record read them.
/// </param>
/// <param name="TakesRanges">
/// Whether the asker takes a range or comparison, as a search does and a record does not.
/// </param>
public sealed record ReadingContext(
    string Board,
    DateOnly Today,
    TaxonomySet? Taxonomies = null,
    bool TakesRanges = false
);
