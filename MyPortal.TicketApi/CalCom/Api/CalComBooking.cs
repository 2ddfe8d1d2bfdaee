using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyPortal.TicketApi.CalCom.Api;

/// <summary>A booking as the API shows it now, as far as we read it. It says nothing of how it became so.</summary>
internal sealed record CalComBooking
{
    public required string Uid { get; init; }

    /// <summary><c>accepted</c>, <c>pending</c>, <c>cancelled</c> or <c>rejected</c>.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The booking that this one replaced.</summary>
    public string? RescheduledFromUid { get; init; }

    /// <summary>The booking that replaced this one, which is then <c>cancelled</c> for Cal.com.</summary>
    public string? RescheduledToUid { get; init; }

    /// <summary>Given when a booking was moved, or when the host asked for that.</summary>
    public string? ReschedulingReason { get; init; }

    public IReadOnlyList<CalComAttendee>? Attendees { get; init; }
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>All of it, as it came.</summary>
    [JsonIgnore]
    public JsonElement Json { get; private init; }

    /// <summary>Null when it lacks something that a booking must have.</summary>
    public static CalComBooking? Read(JsonElement json)
    {
        try
        {
            return json.Deserialize<CalComBooking>(JsonSerializerOptions.Web) is { Uid.Length: > 0 and <= 100, Status: not null } booking
                ? booking with { Json = json }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record CalComAttendee(string? Email, bool? Absent);
