using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Calls.Calendars;
using MyPortal.TicketApi.Calls.Facts;
using MyPortal.TicketApi.Calls.Reminders;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Calls;

/// <summary>The module's own tables. In a query inside a query, which is an expression, <c>db.Set&lt;…&gt;()</c> says the same.</summary>
internal static class CallSets
{
    extension(TicketDbContext db)
    {
        public DbSet<Call> Calls => db.Set<Call>();
        public DbSet<CallUid> CallUids => db.Set<CallUid>();
        public DbSet<StoredFact> StoredFacts => db.Set<StoredFact>();
        public DbSet<ReminderChoice> ReminderChoices => db.Set<ReminderChoice>();
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();
    }
}
