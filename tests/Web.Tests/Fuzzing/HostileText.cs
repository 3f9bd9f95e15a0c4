using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>
/// Texts, numbers and names that break careless readers. A node holds a mark where the JSON has to hold what no node
/// can, such as half a surrogate pair; <see cref="Write"/> puts it in.
/// </summary>
internal static partial class HostileText
{
    /// <summary>Each as it stands between the quotes of a JSON string.</summary>
    private static readonly string[] Escaped =
    [
        """\ud800""",
        """\udc00\ud800""",
        """a\ud83d""",
        """\u0000""",
        """a\u0000b""",
        """\u0007""",
        """\u001b[31m""",
        """\uffff""",
        """\ufffe""",
        """\u202e""",
        """\ud83d\ude00""",
    ];

    private static readonly string[] Plain =
    [
        "",
        " ",
        "\u3000",
        "\t",
        "/",
        "..",
        "../../etc/passwd",
        "'; DROP TABLE record; --",
        "%",
        "_",
        "*",
        "null",
        "NaN",
        "=1+1",
        "＝1+1",
        "<script>",
        "{0}",
        "{{x}}",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "enterprises/",
        "enterprises/ ",
        "firms/f1/x",
        "owners/..",
        "a@b",
        "e1",
        "ﷺ",
        "İ",
        "ǰ̌",
    ];

    /// <summary>Numbers, as JSON writes them.</summary>
    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "-1",
        "1e400",
        "-1e400",
        "1e-400",
        "1E+28",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "0.1",
        "0.0000000000000000000000000000001",
        "1.5",
        "1e10",
        "1e999999999999",
        "99999999999999999999999999999999999999999999999999",
        "180",
        "90.000001",
        "32768",
    ];

    public static string Text(Random chance) =>
        chance.Next(8) switch
        {
            0 => new string('x', chance.Next(1, 5000)),
            1 => string.Concat(Enumerable.Repeat("漢", chance.Next(1, 600))),
            < 5 => Marked("e", chance.Next(Escaped.Length)),
            _ => Plain[chance.Next(Plain.Length)],
        };

    public static JsonNode Number(Random chance) => Marked("n", chance.Next(Numbers.Length));

    public static JsonNode Nested(Random chance)
    {
        JsonNode node = "deep";
        for (var depth = chance.Next(2, 60); depth > 0; depth--)
            node = chance.Next(2) == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }

    /// <summary>The JSON of a node, marks replaced.</summary>
    public static string Write(JsonNode? node) => Replace(node?.ToJsonString(Deep) ?? "null");

    /// <summary>Texts for a path or a query, percent-encoded.</summary>
    public static string Encoded(Random chance) =>
        chance.Next(9) switch
        {
            0 => "%20",
            1 => "%00",
            2 => "%0A",
            3 => "%ED%A0%80",
            4 => "%FF%FE",
            5 => "%C3%28",
            6 => new string('9', chance.Next(1, 3000)),
            7 => "%2e%2e%2f",
            _ => Uri.EscapeDataString(Plain[chance.Next(2, Plain.Length)]),
        };

    private static readonly System.Text.Json.JsonSerializerOptions Deep = new() { MaxDepth = 200 };

    private static string Marked(string kind, int index) => $"~{kind}{index}~";

    private static string Replace(string json) =>
        Mark()
            .Replace(json, mark => mark.Groups[1].Value == "n" ? Numbers[Index(mark)] : $"\"{Escaped[Index(mark)]}\"");

    private static int Index(Match mark) => int.Parse(mark.Groups[2].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"~([en])([0-9]+)~\"", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
