using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests;

/// <summary>Bodies that do not fit, and headers that say which version is meant.</summary>
public sealed class BodyTests(Site site)
{
    [Theory]
    [InlineData("""{"public":1}""", "public")]
    [InlineData("""{"public":"true"}""", "public")]
    [InlineData("""{"source":7}""", "source")]
    [InlineData("""{"source":"a\u0000b"}""", "source")]
    [InlineData("""{"source":"\ud800"}""", "source")]
    [InlineData("""{"values":[]}""", "values")]
    [InlineData("""{"values":{"area":[1]}}""", "values.area")]
    [InlineData("""{"values":{"area":{"lat":1}}}""", "values.area")]
    [InlineData("""{"facts":{"area":7}}""", "facts.area")]
    [InlineData("""{"facts":{"area":{"on":"2026-01-01"}}}""", "facts.area.on")]
    [InlineData("""{"facts":{"area":{"verifiedOn":"2026-13-01"}}}""", "facts.area.verifiedOn")]
    [InlineData("""{"verifiedOn":20260101}""", "verifiedOn")]
    [InlineData("""{"Name":"x"}""", "Name")]
    [InlineData("""{"name":["x"]}""", "name")]
    [InlineData("""{"name":{"en":7}}""", "name.en")]
    public async Task A_field_that_does_not_fit_is_named_at_its_path(string body, string path)
    {
        using var officer = await site.As("officer");
        using var answer = await officer.Send("PUT", $"/api/buildings/{Asking.Fresh("b")}", body);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(path, Assert.Single((await answer.Json())["errors"]!.AsObject()).Key);
    }

    [Theory]
    [InlineData("en", "There is no such field.")]
    [InlineData("zh-HK", "沒有此欄位。")]
    [InlineData("zh-CN,en;q=0.5", "没有此字段。")]
    [InlineData("fr, zh-Hant;q=0.3", "沒有此欄位。")]
    public async Task All_that_is_wrong_is_told_at_once_in_the_reader_s_language(string language, string text)
    {
        using var officer = await site.As("officer");
        using var answer = await officer.Send(
            "POST",
            "/api/boards/sites/match",
            """{"frob":1,"criteria":[{"attribute":7,"op":"ATLEAST","limit":[1]},null],"top":1.5}""",
            null,
            ("Accept-Language", language)
        );
        var errors = (await answer.Json())["errors"]!.AsObject();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(
            ["criteria[0].attribute", "criteria[0].limit", "criteria[0].op", "criteria[1]", "frob", "top"],
            errors.Select(error => error.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(text, (string)errors["frob"]![0]!);
        Assert.StartsWith(
            "application/problem+json",
            $"{answer.Content.Headers.ContentType}",
            StringComparison.Ordinal
        );
        Assert.Single(answer.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("""{"name":"a","name":"b"}""")]
    [InlineData("""{"values":{"area":1,"area":2}}""")]
    [InlineData("""{"name":"a"} x""")]
    [InlineData("""{"name":'a'}""")]
    [InlineData("nul")]
    public async Task What_is_not_JSON_is_400(string body)
    {
        using var officer = await site.As("officer");

        Assert.Equal(400, await officer.Send("PUT", $"/api/buildings/{Asking.Fresh("b")}", body).Status());
    }

    [Fact]
    public async Task A_null_says_the_same_as_a_field_that_is_left_out_and_read_only_fields_are_ignored()
    {
        using var officer = await site.As("officer");
        var path = $"/api/buildings/{Asking.Fresh("b")}";
        await officer
            .Send(
                "PUT",
                path,
                """{"name":null,"address":null,"values":{"storeys":null,"district":"kwunTong"},"facts":null,"public":null,"version":"x"}"""
            )
            .Json();
        await officer.Send("PUT", $"{path}/spaces/s1", """{"version":[],"inherited":7,"values":{}}""").Json();
        var kept = await officer.Send("GET", path).Json();

        Assert.Equal("""{"district":"kwunTong"}""", kept["values"]!.ToJsonString());
        Assert.Equal(
            ["id", "public", "values", "version"],
            kept.Select(field => field.Key).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("\"2\"", 412)]
    [InlineData("\"01\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("*", 412)]
    [InlineData("1", 412)]
    [InlineData("\"one\"", 412)]
    [InlineData("\"-1\"", 412)]
    [InlineData(null, 412)]
    public async Task A_replacement_needs_the_version_that_is_there(string? ifMatch, int expected)
    {
        using var officer = await site.As("officer");
        var path = $"/api/buildings/{Asking.Fresh("b")}";
        await officer.Send("PUT", path, """{"values":{}}""").Json();

        Assert.Equal(expected, await officer.Send("PUT", path, """{"values":{},"source":"x"}""", ifMatch).Status());
        Assert.Equal(expected == 200 ? 412 : 204, await officer.Send("DELETE", path, null, "\"1\"").Status());
    }

    [Theory]
    [InlineData("PUT", "/api/buildings/x")]
    [InlineData("POST", "/api/enterprises")]
    [InlineData("PUT", "/api/demands/x")]
    [InlineData("POST", "/api/imports/spaces")]
    [InlineData("POST", "/api/invitations")]
    public async Task Nobody_is_asked_to_sign_in_before_anything_else_is_looked_at(string method, string path)
    {
        using var nobody = await site.As("anonymous");

        Assert.Equal(401, await nobody.Send(method, path).Status());
        Assert.Equal(401, await nobody.Send(method, path, "{").Status());
    }

    [Theory]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("DELETE", "/api/nothing", 404)]
    [InlineData("DELETE", "/api/boards", 405)]
    [InlineData("PATCH", "/api/buildings/x", 405)]
    [InlineData("POST", "/api/sign-in?token=perhaps", 422)]
    [InlineData("GET", "/api/changes?limit=x", 422)]
    [InlineData("GET", "/api/changes?limit=-1", 422)]
    public async Task Every_refusal_is_a_problem_document(string method, string path, int expected)
    {
        using var nobody = await site.As("anonymous");
        using var answer = await nobody.Send(
            method,
            path,
            method == "POST" ? """{"email":"a@b","password":"c"}""" : null
        );

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(expected, (int)(await answer.Json())["status"]!);
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
    }

    [Fact]
    public async Task Numbers_and_instants_have_one_form()
    {
        using var officer = await site.As("officer");
        var owner = Asking.Fresh("party");
        await officer.Send("PUT", $"/api/enterprises/{owner}", """{"name":"x"}""").Json();
        using var made = await officer.Send(
            "POST",
            "/api/demands",
            $$"""{"board":"sites","owner":"enterprises/{{owner}}","notifyAbove":50.00,"criteria":[]}"""
        );
        var changes = JsonNode.Parse(await officer.GetStringAsync("/api/changes?limit=1"))!;

        Assert.Contains("\"notifyAbove\":50,", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.EndsWith("Z", (string)changes["changes"]![0]!["at"]!, StringComparison.Ordinal);
    }
}
