using System.Text.Encodings.Web;
using System.Text.Json;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

namespace MyPortal.Web.BookingCards;

/// <summary>
/// What Cal.com's booking form knows before the customer types: who they are and which ticket the call is about. Keys are Cal.com's
/// (help/embedding/prefill-booking-form-embed). It travels in a third party's URL, so it holds no more of the ticket than number and subject;
/// the ticket itself is named only by TicketApi's opaque reference, which the booking carries back.
/// </summary>
public sealed record Prefill(string? Name, string? Email, string Notes, string? TicketReference)
{
    private const string ReferenceKey = "metadata[ticket_reference]";

    // HTML-encoding is Razor's job, so JSON needs to escape only what JSON must.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A customer books for themselves. A technician or administrator books for the ticket's requester; their own name must not end up in the
    /// customer's call.
    /// </summary>
    public static Prefill For(TicketDetail ticket, Reader reader) => new(
        reader.IsStaff ? ticket.RequesterContact?.Name : reader.Name,
        reader.IsStaff ? ticket.RequesterContact?.Email : reader.Email,
        $"Ticket #{ticket.Number}: {ticket.Subject}",
        ticket.BookingReference);

    /// <summary>The value of <c>data-cal-config</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(Parameters().Append(new("theme", "auto")).ToDictionary(), Json);

    /// <summary>The same as query parameters, for the link that needs no script.</summary>
    public string AppendTo(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? Append(url) : Append(url[..fragment]) + url[fragment..];
    }

    private string Append(string url) =>
        url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + QueryString.Create(Parameters()!).Value![1..];

    private IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        if (Name is not null)
            yield return new("name", Name);
        if (Email is not null)
            yield return new("email", Email);
        yield return new("notes", Notes);
        if (TicketReference is not null)
            yield return new(ReferenceKey, TicketReference);
    }
}
