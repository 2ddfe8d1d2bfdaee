using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Mail;

/// <summary>The module's own tables. In a query inside a query, which is an expression, <c>db.Set&lt;…&gt;()</c> says the same.</summary>
internal static class MailSets
{
    extension(TicketDbContext db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();
    }
}
