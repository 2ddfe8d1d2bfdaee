using MyPortal.TicketApi.Data;

namespace MyPortal.Tests.Rules.Architecture;

public sealed class TicketApiModulesTests
{
    /// <summary>docs/architecture.md draws it. Another booking platform will stand beside CalCom.</summary>
    [Fact]
    public void A_module_knows_only_what_stands_below_it() => new ModuleGraph(typeof(TicketDbContext).Assembly)
        .Module("Infrastructure")
        .Module("Data", "Infrastructure")
        .Module("Infrastructure.Periodic", "Data", "Infrastructure")
        .Module("Tickets", "Data", "Infrastructure")
        .Module("Calls", "Data", "Infrastructure", "Tickets")
        .Module("CalCom", "Data", "Infrastructure", "Infrastructure.Periodic", "Tickets", "Calls")
        .Module("TicketDetails", "Data", "Infrastructure", "Tickets", "Calls")
        .Module("Mail", "Data", "Infrastructure", "Infrastructure.Periodic", "Tickets", "Calls")
        .Module("Automation", "Data", "Infrastructure", "Infrastructure.Periodic", "Tickets", "Calls", "Mail")
        .Module("DemoData", "Data", "Infrastructure", "Tickets", "CalCom", "Automation")
        .ShouldHold();
}
