using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Matchmaker.House.Tests;

/// <summary>What <c>docker compose up</c> reads, as far as it can be checked without a container engine.</summary>
public sealed partial class ComposeTests
{
    private static readonly Dictionary<string, object> Compose = Parse();

    private static readonly string[] Own = ["silo-1", "silo-2", "web-1", "web-2"];

    [Fact]
    public void The_services_are_a_database_two_silos_two_web_hosts_and_a_proxy() =>
        Assert.Equal(
            Own.Append("database").Append("proxy").Order(StringComparer.Ordinal),
            Services().Keys.Select(name => (string)name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Each_service_has_a_health_check_and_starts_after_its_dependencies()
    {
        foreach (var (name, service) in Services())
            Assert.True(((Dictionary<object, object>)service).ContainsKey("healthcheck"), (string)name);
        foreach (
            var needs in Services()
                .Values.Cast<Dictionary<object, object>>()
                .Where(service => service.ContainsKey("depends_on"))
                .Select(service => (Dictionary<object, object>)service["depends_on"])
        )
        {
            Assert.Equal([], needs.Keys.Except(Services().Keys));
            Assert.All(
                needs.Values,
                need => Assert.Equal("service_healthy", ((Dictionary<object, object>)need)["condition"])
            );
        }
    }

    [Fact]
    public void No_container_may_write_to_its_file_system_or_gain_privileges()
    {
        foreach (var service in Own.Append("proxy").Select(name => (Dictionary<object, object>)Services()[name]))
        {
            Assert.Equal("true", service["read_only"]);
            Assert.Equal(["ALL"], (List<object>)service["cap_drop"]);
            Assert.Contains("no-new-privileges:true", (List<object>)service["security_opt"]);
        }
    }

    [Fact]
    public void Only_the_proxy_can_be_reached_from_outside() =>
        Assert.Equal(
            ["proxy"],
            Services()
                .Where(service => ((Dictionary<object, object>)service.Value).ContainsKey("ports"))
                .Select(service => (string)service.Key)
        );

    [Fact]
    public void The_operators_page_names_every_setting_of_the_compose_file()
    {
        var page = House.Read("docs/operating.md");
        var settings = Settings()
            .Matches(House.Read("docker-compose.yml"))
            .Select(found => found.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal))
            .Distinct();
        Assert.Equal(
            [],
            settings.Where(setting =>
                !page.Contains(setting, StringComparison.Ordinal)
                && !page.Contains($":{setting.Split(':')[^1]}`", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void The_example_names_every_variable_and_gives_no_secret_a_value()
    {
        var example = House
            .Read(".env.example")
            .Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .ToDictionary(line => line.Split('=')[0], line => line.Split('=')[1]);
        Assert.Equal(
            [],
            Variables()
                .Matches(House.Read("docker-compose.yml"))
                .Select(found => found.Groups[1].Value)
                .Distinct()
                .Except(example.Keys)
        );
        Assert.All(
            example.Where(entry => entry.Key.Contains("PASSWORD", StringComparison.Ordinal)),
            entry => Assert.Equal("", entry.Value)
        );
    }

    [Theory]
    [InlineData("silo/Dockerfile")]
    [InlineData("web/Dockerfile")]
    public void An_image_runs_without_root_copies_existing_files_and_starts_a_built_program(string file)
    {
        var text = House.Read(file);
        Assert.Contains("\nUSER $APP_UID\n", text, StringComparison.Ordinal);
        Assert.Equal(
            [],
            Copies()
                .Matches(text)
                .SelectMany(copy => copy.Groups[1].Value.Split(' ')[..^1])
                .Where(path => !Path.Exists(Path.Combine(House.Home, path)))
        );
        var project = Publishes().Match(text).Groups[1].Value;
        Assert.Contains(
            $"{Path.GetFileNameWithoutExtension(House.Under($"{project}/", ".csproj").Single())}.dll",
            text,
            StringComparison.Ordinal
        );
    }

    private static Dictionary<object, object> Services() => (Dictionary<object, object>)Compose["services"];

    private static Dictionary<string, object> Parse()
    {
        var text = House.Read("docker-compose.yml");
        // Load throws where the text is not YAML.
        new YamlStream().Load(new StringReader(text));
        return new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<string, object>>(
                new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(text)))
            );
    }

    [GeneratedRegex(@"Matchmaker__(\w+)")]
    private static partial Regex Settings();

    [GeneratedRegex(@"\$\{([A-Z_]+)")]
    private static partial Regex Variables();

    [GeneratedRegex("^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex Copies();

    [GeneratedRegex("dotnet publish ([a-z]+)")]
    private static partial Regex Publishes();
}
