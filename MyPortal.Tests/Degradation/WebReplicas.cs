using Aspire.Hosting.Testing;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Degradation;

/// <summary>Replicas of Web beside the portal's own, behind whatever the test puts between them and what they depend on.</summary>
internal static class WebReplicas
{
    public static async Task<string> RedisAsync(this PortalFixture portal) =>
        (await portal.App.GetConnectionStringAsync("cache", TestContext.Current.CancellationToken)).ShouldNotBeNull();

    /// <summary>
    /// How long a page of these replicas waits for ProfileApi: much longer than by default, so that a test that allows twice as much does not fail
    /// because the machine is busy.
    /// </summary>
    public static readonly TimeSpan TechnicianTimeout = TimeSpan.FromSeconds(5);

    /// <summary>What is not given is the portal's own.</summary>
    public static async Task<ServiceReplica> StartWebAsync(
        this PortalFixture portal, string? profileApi = null, string? ticketApi = null, string? redis = null, TimeSpan? technicianTimeout = null) =>
        await ServiceReplica.StartAsync("MyPortal.Web", new Dictionary<string, string>
        {
            ["services__profileapi__http__0"] = profileApi ?? portal.Address("profileapi").ToString(),
            ["services__ticketapi__http__0"] = ticketApi ?? portal.Address("ticketapi").ToString(),
            ["ConnectionStrings__cache"] = redis ?? await portal.RedisAsync(),
            ["Technicians__Timeout"] = $"{technicianTimeout ?? TechnicianTimeout}",
            ["WebClient__Secret"] = await portal.WebClientSecretAsync(),
        });
}
