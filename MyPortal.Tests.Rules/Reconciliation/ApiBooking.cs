using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.CalCom.Api;

namespace MyPortal.Tests.Rules.Reconciliation;

/// <summary>A booking as Cal.com's API v2 documents it, of the same people as <see cref="CalComMessages"/>.</summary>
internal sealed record ApiBooking(string Uid, DateTimeOffset Start, string Status = "accepted")
{
    public static readonly DateTimeOffset Made = CalComMessages.Day.AddDays(-2);

    public string? From { get; init; }
    public string? To { get; init; }
    public bool Absent { get; init; }
    public string? Reference { get; init; }
    public DateTimeOffset Changed { get; init; } = Made;

    public CalComBooking Read() => CalComBooking.Read(JsonSerializer.SerializeToElement(ToJson())).ShouldNotBeNull();

    public JsonObject ToJson() => new()
    {
        ["id"] = 123,
        ["uid"] = Uid,
        ["title"] = "30min between Sam Host and Alex Example",
        ["description"] = "",
        ["hosts"] = new JsonArray(new JsonObject { ["id"] = 1, ["name"] = "Sam Host", ["email"] = "sam.host@example.com", ["timeZone"] = "Europe/Berlin" }),
        ["status"] = Status,
        ["cancellationReason"] = Status is "cancelled" ? "No longer needed" : null,
        ["rescheduledFromUid"] = From,
        ["rescheduledToUid"] = To,
        ["start"] = Text(Start),
        ["end"] = Text(Start.AddMinutes(30)),
        ["duration"] = 30,
        ["meetingUrl"] = $"https://video.example/{Uid}",
        ["location"] = $"https://video.example/{Uid}",
        ["absentHost"] = false,
        ["createdAt"] = Text(Made),
        ["updatedAt"] = Text(Changed),
        ["metadata"] = Reference is null ? new JsonObject() : new JsonObject { ["ticket_reference"] = Reference },
        ["attendees"] = new JsonArray(new JsonObject
        {
            ["name"] = "Alex Example",
            ["email"] = "alex@example.com",
            ["timeZone"] = "America/New_York",
            ["absent"] = Absent,
        }),
        ["guests"] = new JsonArray("robin@example.com"),
    };

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
