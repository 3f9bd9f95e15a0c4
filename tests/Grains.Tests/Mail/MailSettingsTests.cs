using Matchmaker.Contracts;
using Matchmaker.Grains.Mail;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Tests.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_settings_nothing_is_sent_and_links_lead_to_this_machine()
    {
        var settings = Of();
        Assert.Null(settings.Smtp);
        Assert.Equal("http://localhost:5080", settings.Site);
    }

    [Theory]
    [InlineData(null, 587)]
    [InlineData("tls", 465)]
    [InlineData("none", 25)]
    public void The_port_follows_the_encryption_unless_it_is_given(string? tls, int port)
    {
        Assert.Equal(port, Of(("Smtp:Host", "mx"), ("Smtp:From", "a@b.hk"), ("Smtp:Tls", tls)).Smtp!.Port);
        Assert.Equal(
            2525,
            Of(("Smtp:Host", "mx"), ("Smtp:From", "a@b.hk"), ("Smtp:Tls", tls), ("Smtp:Port", "2525")).Smtp!.Port
        );
    }

    [Theory]
    [InlineData("PublicUrl", "matchmaker")]
    [InlineData("PublicUrl", "https://x.hk/?a=b")]
    [InlineData("Smtp:Port", "0")]
    [InlineData("Smtp:Port", "70000")]
    [InlineData("Smtp:Tls", "ssl")]
    [InlineData("Smtp:From", "nobody")]
    [InlineData("Smtp:From", null)]
    [InlineData("Smtp:Host", null)]
    [InlineData("Smtp:Password", null)]
    [InlineData("Smtp:User", null)]
    public void A_wrong_value_stops_the_start_with_one_line_that_names_it(string name, string? value)
    {
        (string Name, string? Value)[] good =
        [
            ("PublicUrl", "https://x.hk"),
            ("Smtp:Host", "mx"),
            ("Smtp:From", "a@b.hk"),
            ("Smtp:User", "u"),
            ("Smtp:Password", "p"),
            ("Smtp:Port", "587"),
            ("Smtp:Tls", "tls"),
        ];
        Assert.NotNull(Of(good).Smtp);
        var wrong = Assert.Throws<SettingException>(() =>
            Of([.. good.Where(setting => setting.Name != name), (name, value)])
        );
        Assert.StartsWith($"Matchmaker:{name}: ", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Fact]
    public void A_password_never_goes_out_in_the_clear() =>
        Assert.Throws<SettingException>(() =>
            Of(
                ("Smtp:Host", "mx"),
                ("Smtp:From", "a@b.hk"),
                ("Smtp:User", "u"),
                ("Smtp:Password", "p"),
                ("Smtp:Tls", "none")
            )
        );

    private static MailSettings Of(params (string Name, string? Value)[] settings) =>
        MailSettings.Of(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(setting => KeyValuePair.Create($"Matchmaker:{setting.Name}", setting.Value))
                )
                .Build()
        );
}
