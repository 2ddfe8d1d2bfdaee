using Microsoft.EntityFrameworkCore;
using MyPortal.TicketApi.Data;

namespace MyPortal.TicketApi.Automation;

/// <summary>The module's own tables. In a query inside a query, which is an expression, <c>db.Set&lt;…&gt;()</c> says the same.</summary>
internal static class AutomationSets
{
    extension(TicketDbContext db)
    {
        public DbSet<AutomationRule> AutomationRules => db.Set<AutomationRule>();
        public DbSet<AutomationRun> AutomationRuns => db.Set<AutomationRun>();
        public DbSet<AutomationActionRun> AutomationActionRuns => db.Set<AutomationActionRun>();
    }
}
