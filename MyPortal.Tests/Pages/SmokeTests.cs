using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Pages;

public sealed class SmokeTests(PortalFixture portal)
{
    [Fact]
    public async Task The_front_door_leads_to_sign_in()
    {
        using var web = portal.CreateClient("web");
        using var response = await web.GetAsync("/", TestContext.Current.CancellationToken);
        response.Headers.Location!.ToString().ShouldBe("/sign-in");
        (await portal.TokenAsync(Demo.Casey)).ShouldNotBeEmpty();
    }
}
