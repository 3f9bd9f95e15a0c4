using System.Text.Json.Nodes;
using MiniExcelLibs;

namespace Matchmaker.Web.Tests.Programmes;

/// <summary>The package of an enterprise: its best sites with what programmes give there.</summary>
public sealed class PackageTests(Site site)
{
    [Fact]
    public async Task A_package_takes_the_best_sites_with_what_programmes_give_there()
    {
        var (id, people) = await site.Landing("lifeAndHealth");
        await people.Send("PUT", $"/api/enterprises/{id}/applicant", Landings.Facts).Json();
        var empty = await people.Send("GET", $"/api/enterprises/{id}/package").Json();
        Assert.Empty(empty["options"]!.AsArray());
        Assert.Equal(["sites", "partners", "research"], empty["lacks"]!.AsArray().Select(row => (string)row!));

        await people
            .Send(
                "POST",
                "/api/demands",
                """{"board":"sites","name":{"en":"Plant"},"criteria":[{"attribute":"area","op":"atLeast","limit":100}]}"""
            )
            .Json();
        await people.Send("POST", "/api/demands", """{"board":"research","criteria":[]}""").Json();
        var package = await people.Send("GET", $"/api/enterprises/{id}/package?months=24&top=4&on=2026-11-25").Json();
        Assert.Equal(["partners"], package["lacks"]!.AsArray().Select(row => (string)row!));
        Assert.NotEmpty(package["centres"]!.AsArray());
        var options = package["options"]!.AsArray();
        Assert.Equal(4, options.Count);
        foreach (var option in options)
        {
            var (cost, net) = (option!["cost"]!, option["net"]!);
            var space = await people
                .Send(
                    "GET",
                    $"/api/buildings/{((string)option["site"]!["id"]!).Replace("/", "/spaces/", StringComparison.Ordinal)}"
                )
                .Json();
            var values = (JsonObject)space["inherited"]!.DeepClone();
            foreach (var (code, value) in space["values"]!.AsObject())
                values[code] = value!.DeepClone();
            if (values["rent"] is { } rent && values["area"] is { } area)
                Assert.Equal(
                    (long)Math.Ceiling((decimal)area * ((decimal)rent + ((decimal?)values["managementFee"] ?? 0))) * 24,
                    (long)cost["overLease"]!
                );
            var refuses = (string?)values["uses"]?["production"] == "doesNotFit";
            Assert.Equal(refuses ? 0 : 240_000_000, (long)net["projects"]!);
            Assert.Equal(refuses ? 0 : 80_000_000, (long)net["grants"]!);
            if (net["net"] is { } left)
                Assert.Equal(
                    (long)net["site"]! + (long)net["projects"]! + (long)net["training"]! - (long)net["grants"]!,
                    (long)left
                );
            var from = (string?)values["availableFrom"];
            Assert.Equal(
                string.CompareOrdinal(from, "2026-11-25") > 0 ? from : "2026-11-25",
                (string)option["assessedOn"]!
            );
        }

        var costs = options
            .Where(option =>
                (string)option!["site"]!["verdict"]! == "match"
                && (string?)option["cost"]!["production"] != "doesNotFit"
            )
            .Select(option => (long?)option!["net"]!["net"] ?? long.MaxValue)
            .ToList();
        Assert.Equal(costs.Order(), costs);
        foreach (var wrong in new[] { "months=0", "top=11", "on=x" })
            Assert.Equal(
                (wrong, 422),
                (wrong, await people.Send("GET", $"/api/enterprises/{id}/package?{wrong}").Status())
            );
    }

    [Theory]
    [InlineData("en", "Programme", "may be eligible", "Incorporated in Hong Kong.")]
    [InlineData("zh-Hant", "計劃", "可能符合資格", "在香港註冊成立的公司。")]
    [InlineData("zh-Hans", "计划", "可能符合资格", "在香港注册成立的公司。")]
    public async Task The_workbook_is_in_the_language_asked_for_with_sources_and_days(
        string language,
        string part,
        string verdict,
        string condition
    )
    {
        var (id, people) = await site.Landing("aiAndData");
        await people.Send("PUT", $"/api/enterprises/{id}/applicant", Landings.Facts).Json();
        await people.Send("POST", "/api/demands", """{"board":"sites","criteria":[]}""").Json();
        using var answer = await people.Send(
            "GET",
            $"/api/enterprises/{id}/package.xlsx?language={language}&top=1&on=2026-11-25"
        );
        using var book = new MemoryStream(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        var rows = book.Query()
            .Select(row => ((IDictionary<string, object?>)row).Values.Select(cell => cell?.ToString() ?? "").ToArray())
            .ToList();
        Assert.Contains(rows, row => row[1] == part && row[3] == verdict && row[4] == "80000000");
        Assert.Contains(
            rows,
            row => row[2].EndsWith(condition, StringComparison.Ordinal) && row[5].StartsWith('S') && row[6].Length > 0
        );
        Assert.Equal(422, await people.Send("GET", $"/api/enterprises/{id}/package.xlsx?language=fr").Status());
    }
}
