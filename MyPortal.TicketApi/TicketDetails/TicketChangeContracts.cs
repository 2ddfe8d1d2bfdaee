using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MyPortal.TicketApi.Tickets;

namespace MyPortal.TicketApi.TicketDetails;

/// <summary>Who is to have the ticket.</summary>
/// <param name="UserId">An active technician or administrator; null for nobody. Must be given.</param>
public sealed record AssigneeChange([property: JsonRequired] Guid? UserId);

/// <summary>Where the ticket is to stand.</summary>
/// <param name="Status">Any status; there is no forced order.</param>
public sealed record StatusChange([property: Required(ErrorMessage = "Choose a status.")] TicketStatus? Status);

/// <summary>How soon the ticket is to get attention.</summary>
/// <param name="Priority">Any priority.</param>
public sealed record PriorityChange([property: Required(ErrorMessage = "Choose a priority.")] TicketPriority? Priority);
