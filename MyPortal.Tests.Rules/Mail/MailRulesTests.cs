using CsCheck;
using MailKit.Security;
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

    [Fact]
    public void Pauses_grow_and_do_not_end()
    {
        var pauses = Enumerable.Range(1, 40).Select(RetryPauses.After).ToList();

        pauses[0].ShouldBe(TimeSpan.FromSeconds(1));
        pauses.ShouldBe(pauses.Order());
        pauses[^1].ShouldBe(TimeSpan.FromMinutes(10));
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

    [Theory]
    [InlineData(0.5, "now")]
    [InlineData(14.5, "in 15 minutes")]
    [InlineData(60, "in an hour")]
    [InlineData(5 * 60, "in 5 hours")]
    [InlineData(21 * 60, "in 21 hours")]
    [InlineData(23 * 60 + 40, "tomorrow")]
    [InlineData(24 * 60, "tomorrow")]
    public void How_soon_a_call_is_goes_by_the_day_of_the_calendar(double minutes, string words)
    {
        // Half past midnight in Berlin, on Tuesday.
        var now = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero);

        CallTimes.FromNow(now.AddMinutes(minutes), now, "Europe/Berlin").ShouldBe(words);
    }

    [Fact]
    public void Times_are_told_in_both_zones_if_they_differ()
    {
        var start = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

        CallTimes.Describe(start, start.AddMinutes(30), "Europe/Berlin", "Europe/Lisbon").ShouldBe(
            "Tuesday, 1 December 2026, 10:00–10:30 (Europe/Berlin)\nTuesday, 1 December 2026, 09:00–09:30 (Europe/Lisbon)");
        CallTimes.Describe(start, start.AddMinutes(30), "Europe/Berlin", "Europe/Paris").ShouldBe(
            "Tuesday, 1 December 2026, 10:00–10:30 (Europe/Berlin)");
        CallTimes.Describe(start, start.AddHours(20), "Nowhere/Else").ShouldBe(
            "Tuesday, 1 December 2026, 09:00–Wednesday, 2 December 2026, 05:00 (UTC)");
    }
}
