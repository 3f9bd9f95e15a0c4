using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Matchmaker.Web.Tests.Security;

/// <summary>No file that the system gives has a cell that a spreadsheet would run.</summary>
public sealed partial class FormulaTests(Site site)
{
    private static readonly string[] Signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];

    private static readonly string[] Files =
    [
        "buildings.csv",
        "buildings.xlsx",
        "spaces.csv",
        "spaces.xlsx",
        "firms.csv",
        "firms.xlsx",
        "centres.csv",
        "centres.xlsx",
        "figures.csv",
        "figures.xlsx",
    ];

    [Fact]
    public async Task Every_export_disarms_texts_that_begin_like_a_formula()
    {
        using var officer = await site.As("officer");
        using var admin = await site.As("admin");
        var enterprise = "";
        foreach (var text in Signs.SelectMany(sign => new[] { $"{sign}1+1", $" {sign}cmd", $"\u3000{sign}2" }))
        {
            var id = Asking.Fresh("formula");
            var named = $$"""{"name":{"en":"{{text}}","zhHant":"{{text}}"},"source":"{{text}}"}""";
            await officer.Send("PUT", $"/api/buildings/{id}", named).Json();
            await officer.Send("PUT", $"/api/buildings/{id}/spaces/s1", named).Json();
            await officer.Send("PUT", $"/api/firms/{id}", named).Json();
            await officer.Send("PUT", $"/api/centres/{id}", named).Json();
            await officer.Send("PUT", $"/api/enterprises/{id}", $$"""{"name":"{{text}}"}""").Json();
            enterprise = id;
        }

        var paths = Files
            .Select(file => $"/api/exports/{file}")
            .Append($"/api/exports/journal.csv?of=enterprises/{enterprise}")
            .Append($"/api/enterprises/{enterprise}/package.xlsx");
        foreach (var path in paths)
        {
            using var answer = await (path.Contains("journal", StringComparison.Ordinal) ? admin : officer).GetAsync(
                path,
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.IsSuccessStatusCode, path);
            var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if (path.Contains(".xlsx", StringComparison.Ordinal))
            {
                Assert.All(await Sheets(body), sheet => Assert.DoesNotMatch(FormulaTag(), sheet));
                continue;
            }

            var cells = Csv(body);
            Assert.NotEmpty(cells);
            Assert.DoesNotContain(cells, cell => Formula().IsMatch(cell));
        }
    }

    // A cell of a workbook is a formula where it has the element f, whatever its text begins with.
    private static async Task<IReadOnlyList<string>> Sheets(byte[] body)
    {
        using var book = new ZipArchive(new MemoryStream(body));
        var sheets = new List<string>();
        foreach (var entry in book.Entries.Where(entry => entry.FullName.Contains("sheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            sheets.Add(await reader.ReadToEndAsync());
        }

        Assert.NotEmpty(sheets);
        return sheets;
    }

    private static List<string> Csv(byte[] body) =>
        [
            .. Cell()
                .Matches(System.Text.Encoding.UTF8.GetString(body).TrimStart('\uFEFF'))
                .Select(cell => cell.Value.TrimStart(',', '\n').TrimStart('"'))
                .Where(cell => !Number().IsMatch(cell)),
        ];

    [GeneratedRegex("""(?:^|,|\n)(?:"(?:[^"]|"")*"|[^,\r\n]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    [GeneratedRegex("<(?:\\w+:)?f[\\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaTag();

    [GeneratedRegex(@"^-?[0-9.]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*[=+\-@＝＋－＠]", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
