using System.Net;
using MyPortal.Web.Clients;

namespace MyPortal.Web.Pages.Profile;

/// <summary>The part of My Profile about the technician's Cal.com account.</summary>
public sealed class ConnectionSection
{
    /// <summary>True while TicketApi cannot be asked.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Null when no account is connected.</summary>
    public CalComConnection? Connection { get; private set; }

    /// <summary>A secret just made. It stands in this answer and never again.</summary>
    public string? NewSecret { get; set; }

    public string? Problem { get; set; }

    public string? ApiKeyError { get; set; }

    internal void Show(ApiResult<CalComConnection>? result)
    {
        Connection = result?.Value;
        IsAway = result is null || (!result.Succeeded && result.Refusal!.Status != HttpStatusCode.NotFound);
    }
}
