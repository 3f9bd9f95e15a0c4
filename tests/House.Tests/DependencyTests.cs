using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>Who may know whom.</summary>
public sealed partial class DependencyTests
{
    [Theory]
    [InlineData("grains/Matchmaker.Matching/", "Microsoft.Orleans.Sdk")]
    [InlineData("grains/Matchmaker.Contracts/", "Microsoft.Orleans.Sdk Matchmaker.Matching")]
    [InlineData(
        "grains/Matchmaker.Interchange/",
        "CsvHelper ExcelDataReader NetTopologySuite ProjNET SpreadCheetah Matchmaker.Contracts"
    )]
    [InlineData(
        "web/",
        "Microsoft.AspNetCore.Authentication.OpenIdConnect Microsoft.AspNetCore.OpenApi Microsoft.Orleans.Client Microsoft.Orleans.Dashboard Otp.NET QRCoder Matchmaker.Contracts Matchmaker.Interchange Matchmaker.Silo"
    )]
    public void A_project_refers_only_to_what_it_may_know(string project, string allowed)
    {
        var file = House.Under(project, ".csproj").Single();
        var known = References()
            .Matches(House.Read(file))
            .Select(reference =>
                Path.GetFileNameWithoutExtension(reference.Groups[1].Value.Replace('\\', '/')) is var name
                && reference.Groups[1].Value.EndsWith(".csproj", StringComparison.Ordinal)
                    ? name
                    : reference.Groups[1].Value
            );
        Assert.Equal([], known.Except(allowed.Split(' ')));
    }

    [Theory]
    [InlineData("grains/Matchmaker.Matching/", @"(?m)^using (?!System|Orleans\b|Matchmaker\.Matching)")]
    [InlineData("grains/Matchmaker.Matching/", @"using Orleans\.(?!CodeGeneration|Serialization)|: Grain\b|IGrain")]
    [InlineData("grains/", @"Microsoft\.AspNetCore")]
    [InlineData("grains/Matchmaker.Contracts/", @"using (Dapper|Npgsql|Microsoft\.Data)")]
    [InlineData("web/", @"using (Dapper|Npgsql|Microsoft\.Data|System\.Data)|\bSELECT\b.+\bFROM\b|\bINSERT INTO\b")]
    public void A_file_uses_only_what_its_project_may_know(string folder, string forbidden) =>
        Assert.Equal([], House.Under(folder, ".cs").Where(file => Regex.IsMatch(House.Read(file), forbidden)));

    [Fact]
    public void Web_uses_the_silo_only_in_Program() =>
        Assert.Equal(
            ["web/Program.cs"],
            House
                .Under("web/", ".cs")
                .Where(file => House.Read(file).Contains("using Matchmaker.Silo", StringComparison.Ordinal))
        );

    [Fact]
    public void Web_calls_grains_only_through_contracts() =>
        Assert.Equal(
            [],
            House
                .Under("web/", ".cs")
                .Where(file =>
                    file != "web/Program.cs"
                    && House.Read(file).Contains("using Matchmaker.Grains;", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Every_method_of_a_grain_interface_has_an_alias()
    {
        foreach (
            var file in House
                .Under("grains/Matchmaker.Contracts/", ".cs")
                .Where(file => Path.GetFileName(file).StartsWith('I'))
        )
        {
            var text = House.Read(file);
            Assert.True(
                TaskMethods().Count(text) == Aliases().Count(text) - InterfaceAliases().Count(text),
                $"{file}: {TaskMethods().Count(text)} methods, {Aliases().Count(text)} aliases"
            );
        }
    }

    [GeneratedRegex("""<(?:PackageReference|ProjectReference) Include="([^"]+)"(?! Update)""")]
    private static partial Regex References();

    [GeneratedRegex(@"^    Task[< ]", RegexOptions.Multiline)]
    private static partial Regex TaskMethods();

    [GeneratedRegex(@"\[Alias\(")]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^\[Alias\(", RegexOptions.Multiline)]
    private static partial Regex InterfaceAliases();
}
