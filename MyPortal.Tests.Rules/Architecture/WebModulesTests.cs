using MyPortal.Web.Session;

namespace MyPortal.Tests.Rules.Architecture;

public sealed class WebModulesTests
{
    [Fact]
    public void A_module_knows_only_what_stands_below_it() => new ModuleGraph(typeof(Reader).Assembly)
        .Module("Telemetry")
        .Module("Session")
        .Module("Clients", "Session")
        .Module("Formatting")
        .Module("Wording", "Clients")
        .Module("Security", "Clients")
        .Module("Proxy", "Session", "Security")
        .Module("BookingCards", "Telemetry", "Session", "Clients")
        .Module("BrowserTelemetry", "Telemetry", "Session", "Security")
        .Module("Errors", "Session", "Clients")
        .Module("Pages", "Session", "Clients", "Formatting", "Wording", "Security", "BookingCards", "BrowserTelemetry")
        .ShouldHold();
}
