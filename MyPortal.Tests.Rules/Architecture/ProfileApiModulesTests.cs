using MyPortal.ProfileApi.Data;

namespace MyPortal.Tests.Rules.Architecture;

public sealed class ProfileApiModulesTests
{
    [Fact]
    public void A_module_knows_only_what_stands_below_it() => new ModuleGraph(typeof(ProfileDbContext).Assembly)
        .Module("Data")
        .Module("Identity", "Data")
        .Module("BookingLinks.Parsing")
        .Module("BookingLinks.Caching", "Data", "Identity")
        .Module("BookingLinks", "Identity", "BookingLinks.Parsing", "BookingLinks.Caching")
        .Module("Profile", "Data", "Identity", "BookingLinks")
        .Module("Technicians", "Data", "Identity", "BookingLinks.Caching")
        .Module("DemoData", "Data", "Identity", "BookingLinks.Caching")
        .ShouldHold();
}
