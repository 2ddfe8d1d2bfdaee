using Microsoft.Extensions.Options;
using MyPortal.TicketApi.CalCom;
using MyPortal.TicketApi.CalCom.Api;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Infrastructure;
using MyPortal.TicketApi.Tickets.People;

namespace MyPortal.TicketApi.DemoData;

/// <summary>Where there is a stand-in for Cal.com, Tess is connected to it with an API key, so that the portal sets up the webhook itself.</summary>
internal sealed class DemoConnection(TicketDbContext db, ConnectionSecrets secrets, IOptions<CalComOptions> calCom, TimeProvider clock)
{
    private const string Technician = "tess@myportal.example";
    private const string ApiKey = "cal_stand_in_tess";

    /// <summary>To be saved with the people.</summary>
    public void Add(IEnumerable<Person> people)
    {
        if (calCom.Value.StandInOrigin is not { Length: > 0 })
            return;
        var now = clock.Now();
        db.Connections.Add(new CalComConnection
        {
            Id = ConnectionSecrets.NewId(),
            TechnicianId = people.Single(person => person.Email == Technician).Id,
            CreatedAt = now,
            SecretProtected = secrets.ProtectSecret(ConnectionSecrets.NewSecret()),
            SecretSetAt = now,
            ApiKeyProtected = secrets.ProtectApiKey(ApiKey),
            ApiKeyState = ApiKeyState.Unchecked,
            WebhookState = WebhookState.Missing,
        });
    }
}
