using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using MyPortal.AppHost.CalCom;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.CalCom;

public sealed class StandInResourceTests
{
    [Fact]
    public async Task The_AppHost_runs_it_as_a_process_from_its_own_assembly()
    {
        using var limit = Limits.After(Limits.Start);
        var folder = Directory.CreateTempSubdirectory("calcom-");
        var builder = CreateBuilder();
        builder.AddCalComStandIn("calcom", folder.FullName);
        await using (var app = builder.Build())
        {
            await app.StartAsync(limit.Token);
            await app.ResourceNotifications.WaitForResourceHealthyAsync("calcom", limit.Token);

            using var http = app.CreateHttpClient("calcom", "http");
            (await http.GetStringAsync("/", limit.Token)).ShouldContain("Cal.com stand-in");
            await app.StopAsync(limit.Token);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_published_portal_knows_nothing_of_it()
    {
        var builder = CreateBuilder("--operation", "publish", "--publisher", "manifest", "--output-path", Path.GetTempPath());

        var standIn = builder.AddCalComStandIn("calcom");
        builder.AddExecutable("service", "dotnet", ".").WithCalComStandIn(standIn);

        builder.ExecutionContext.IsPublishMode.ShouldBeTrue();
        builder.Resources.Select(r => r.Name).ShouldNotContain("calcom");
        builder.Resources.Single(r => r.Name == "service").Annotations.OfType<EnvironmentCallbackAnnotation>().ShouldBeEmpty();
    }

    // An empty application that counts as the AppHost's, on ports of its own.
    private static IDistributedApplicationBuilder CreateBuilder(params string[] args) =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = [.. args, "--DcpPublisher:RandomizePorts=true"],
            AssemblyName = typeof(CalComStandIn).Assembly.GetName().Name,
            DisableDashboard = true,
        });
}
