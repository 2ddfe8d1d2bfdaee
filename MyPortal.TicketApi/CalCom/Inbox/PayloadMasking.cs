using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyPortal.TicketApi.CalCom.Inbox;

/// <summary>
/// Shows the shape of a payload without the people in it. What stays is on a list: ids, times, kinds, numbers. Everything else is replaced,
/// so that a field that Cal.com adds tomorrow is masked too.
/// </summary>
internal static class PayloadMasking
{
    public const string Mask = "•••";

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "triggerEvent", "createdAt", "updatedAt", "uid", "bookingUid", "rescheduleUid", "rootBookingUid", "fromReschedule", "startTime", "endTime",
        "rescheduleStartTime", "rescheduleEndTime", "status", "type", "timeZone", "locale", "timeFormat", "currency", "schedulingType",
        "appName", "integration", "bookerUrl",
        // What reconciliation puts in place of a delivery has the API's names.
        "start", "end", "rescheduledFromUid", "rescheduledToUid", "icsUid", "slug",
    };

    // Below these the names are a host's or a visitor's, and may happen to be on the list.
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "responses", "userFieldsResponses", "customInputs", "bookingFieldsResponses", "metadata",
    };

    /// <summary>Indented JSON; for a body that is not JSON, a sentence that says so.</summary>
    public static string Apply(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Indented(Masked("", isAnswer: false, JsonNode.Parse(body.Span, documentOptions: new() { MaxDepth = 32 })));
        }
        catch (Exception failure) when (JsonReading.IsUnreadable(failure))
        {
            return $"\"{body.Length} bytes that are not JSON\"";
        }
    }

    private static JsonNode? Masked(string name, bool isAnswer, JsonNode? node) => node switch
    {
        JsonObject parent => new JsonObject(parent.Select((child, index) => KeyValuePair.Create(
            Name(child.Key, index), Masked(child.Key, isAnswer || Answers.Contains(child.Key), child.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => Masked(name, isAnswer, item))]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String && (isAnswer || !Kept.Contains(name)) => Mask,
        _ => node?.DeepClone(),
    };

    // Names of custom questions are the host's words, and short; a name with an address in it is nobody's question.
    private static string Name(string name, int index) => name.Contains('@', StringComparison.Ordinal) || name.Length > 64 ? $"{Mask}{index}" : name;

    private static string Indented(JsonNode? node) => node?.ToJsonString(Indent) ?? "null";

    private static readonly JsonSerializerOptions Indent = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
