using Aspire.Hosting;

namespace MyPortal.Tests.Fixtures;

/// <summary>Where the portal cannot start, this fails and says why; every test that needs a portal is skipped.</summary>
public sealed class PortalStartTests(PortalFixture portal)
{
    [Fact]
    public void The_portal_starts()
    {
        // The AppHost's advice is all that is needed to mend what it complains of.
        if (portal.Failure is { } failure)
            Assert.Fail(failure is DistributedApplicationException ? failure.Message : failure.ToString());
    }
}
