using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;
using MyPortal.TicketApi.Tickets.Timeline;
using MyPortal.TicketApi.Tickets.Watchers;

namespace MyPortal.TicketApi.Tickets;

/// <summary>The module's own tables. In a query inside a query, which is an expression, <c>db.Set&lt;…&gt;()</c> says the same.</summary>
internal static class TicketSets
{
    extension(TicketDbContext db)
    {
        public DbSet<Ticket> Tickets => db.Set<Ticket>();
        public DbSet<Reply> Replies => db.Set<Reply>();
        public DbSet<TimelineEntry> Timeline => db.Set<TimelineEntry>();
        public DbSet<TicketWatcher> Watchers => db.Set<TicketWatcher>();
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Company> Companies => db.Set<Company>();
    }
}
