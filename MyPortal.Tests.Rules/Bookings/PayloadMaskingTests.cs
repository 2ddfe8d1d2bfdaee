using System.Text;
using System.Text.Json.Nodes;
using MyPortal.TicketApi.CalCom.Inbox;

namespace MyPortal.Tests.Rules.Bookings;

public sealed class PayloadMaskingTests
{
    [Theory]
    [InlineData("BOOKING_CREATED")]
    [InlineData("BOOKING_REQUESTED")]
    [InlineData("BOOKING_RESCHEDULED")]
    [InlineData("BOOKING_CANCELLED")]
    [InlineData("BOOKING_REJECTED")]
    [InlineData("BOOKING_NO_SHOW_UPDATED")]
    [InlineData("MEETING_ENDED")]
    [InlineData("PING")]
    public void No_person_and_no_text_of_theirs_is_left_in_a_sample(string name)
    {
        var masked = PayloadMasking.Apply(WebhookReaderTests.Sample(name));

        foreach (var secret in (string[])["Alex", "Sam", "John", "@example", "VPN", "daily.co", "video", "redacted\"", "solved", "available", "marked"])
            masked.Replace("videoCall", "", StringComparison.Ordinal).Replace("daily_video", "", StringComparison.Ordinal).ShouldNotContain(secret, Case.Sensitive);
        masked.ShouldContain(PayloadMasking.Mask);
    }

    [Fact]
    public void What_finds_a_booking_stays()
    {
        var masked = JsonNode.Parse(PayloadMasking.Apply(WebhookReaderTests.Sample("BOOKING_RESCHEDULED")))!;

        masked["triggerEvent"]!.GetValue<string>().ShouldBe("BOOKING_RESCHEDULED");
        masked["payload"]!["uid"]!.GetValue<string>().ShouldBe("r8Nc5dLw0bQe7Jt2HyVfGa");
        masked["payload"]!["rescheduleUid"]!.GetValue<string>().ShouldBe("kq7Vw3uQ2m4n8Zs6p1XyTe");
        masked["payload"]!["startTime"]!.GetValue<string>().ShouldBe("2026-12-02T13:00:00Z");
        masked["payload"]!["bookingId"]!.GetValue<int>().ShouldBe(918301);
    }

    [Fact]
    public void An_answer_is_masked_whatever_the_host_calls_the_question()
    {
        var body = Encoding.UTF8.GetBytes("""{"payload":{"uid":"u","type":"30min","responses":{"type":"Alex said so","status":["Alex"]},"metadata":{"start":"Alex"}}}""");

        var masked = PayloadMasking.Apply(body);

        masked.ShouldNotContain("Alex");
        masked.ShouldContain("30min");
    }

    [Fact]
    public void What_is_no_JSON_is_not_shown() => PayloadMasking.Apply(Encoding.UTF8.GetBytes("name=Alex")).ShouldNotContain("Alex");
}
