using CsCheck;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Mail;

namespace MyPortal.Tests.Rules.Mail;

public sealed class MailRulesTests
{
    [Theory]
    [InlineData("Endpoint=smtp://localhost:2525", "localhost", 2525, SecureSocketOptions.StartTlsWhenAvailable, null)]
    [InlineData("Endpoint=smtp://127.0.0.1:25", "127.0.0.1", 25, SecureSocketOptions.StartTlsWhenAvailable, null)]
    [InlineData("Endpoint=smtp://mail.example;Username=portal;Password=a=b", "mail.example", 587, SecureSocketOptions.StartTls, "portal")]
    [InlineData("endpoint=smtps://mail.example;username=portal;password='x;y'", "mail.example", 465, SecureSocketOptions.SslOnConnect, "portal")]
    public void A_connection_string_is_understood(string text, string host, int port, SecureSocketOptions security, string? user)
    {
        var connection = MailConnection.Parse(text);

        (connection.Host, connection.Port, connection.Security, connection.Credential?.UserName).ShouldBe((host, port, security, user));
    }

    [Theory]
    [InlineData("smtp://mail.example")]
    [InlineData("Endpoint=mail.example:25")]
    [InlineData("Endpoint=http://mail.example")]
    [InlineData("Endpoint=smtp://mail.example;Password='open")]
    public void One_that_is_not_says_what_is_expected_and_quotes_nothing(string text) =>
        Should.Throw<FormatException>(() => MailConnection.Parse(text)).Message.ShouldNotContain("mail.example");

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b.example, c@d.example")]
    public void An_address_of_the_portal_that_is_none_stops_the_start(string from)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:From"] = from }).Build();

        Should.Throw<FormatException>(() => new PortalMailbox(settings)).Message.ShouldStartWith("Mail:From");
        typeof(MailSettingsCheck).GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType).ShouldContain(typeof(PortalMailbox));
    }

    [Fact]
    public void No_text_of_people_can_begin_a_new_header() =>
        Gen.String.Sample(text =>
        {
            var line = text.OneLine().ShortenTo(250);

            line.Length.ShouldBeLessThanOrEqualTo(250);
            line.Any(letter => char.IsControl(letter) || letter == '\u2028' || letter == '\u2029').ShouldBeFalse();
        });

    [Theory]
    [InlineData("casey@northwind.example\r\nBcc: x@y.example")]
    [InlineData("casey@northwind.example, x@y.example")]
    [InlineData("Casey <casey@northwind.example>")]
    [InlineData("casey")]
    [InlineData("")]
    public void What_is_not_one_address_gets_no_mail(string address) => Mailboxes.Find("Casey", address).ShouldBeNull();
}
