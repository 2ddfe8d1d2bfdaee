using System.Text.Json.Nodes;

namespace MyPortal.CalComStandIn.Webhooks;

/// <summary>The test delivery: it is about no booking and invents its people.</summary>
internal static class PingPayload
{
    public static JsonObject At(DateTimeOffset now) => new()
    {
        ["type"] = "Test",
        ["title"] = "Test trigger event",
        ["description"] = "",
        ["startTime"] = CalComTime.WithMilliseconds(now),
        ["endTime"] = CalComTime.WithMilliseconds(now),
        ["attendees"] = new JsonArray(Person("Test attendee", "attendee@stand-in.example")),
        ["organizer"] = Person("Test organizer", "organizer@stand-in.example"),
    };

    private static JsonObject Person(string name, string email) => new()
    {
        ["name"] = name,
        ["email"] = email,
        ["timeZone"] = "Europe/London",
        ["language"] = new JsonObject { ["locale"] = "en" },
    };
}
