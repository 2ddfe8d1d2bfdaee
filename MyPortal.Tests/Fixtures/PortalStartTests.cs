namespace MyPortal.Tests.Fixtures;

/// <summary>Where the portal cannot start, this fails and says why; every test that needs a portal is skipped.</summary>
public sealed class PortalStartTests(PortalFixture portal)
{
    [Fact]
    public void The_portal_starts() => portal.Failure.ShouldBeNull(portal.Failure?.Message);
}
