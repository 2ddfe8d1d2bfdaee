using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.CalCom.Connections;
using MyPortal.TicketApi.CalCom.Inbox;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.CalCom;

/// <summary>The module's own tables. In a query inside a query, which is an expression, <c>db.Set&lt;…&gt;()</c> says the same.</summary>
internal static class CalComSets
{
    extension(TicketDbContext db)
    {
        public DbSet<CalComConnection> Connections => db.Set<CalComConnection>();
        public DbSet<WebhookDelivery> Deliveries => db.Set<WebhookDelivery>();
    }
}
