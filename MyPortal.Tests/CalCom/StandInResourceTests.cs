using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using MyPortal.AppHost.CalCom;

namespace MyPortal.Tests.CalCom;

public sealed class StandInResourceTests
{
    [Fact]
    public async Task The_AppHost_runs_it_as_a_process_from_its_own_assembly()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var folder = Directory.CreateTempSubdirectory("calcom-");
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddCalComStandIn("calcom", folder.FullName);
        await using (var app = await builder.BuildAsync(limit.Token))
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
    public async Task A_published_portal_knows_nothing_of_it()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create("--operation", "publish", "--publisher", "manifest", "--output-path", Path.GetTempPath());

        var standIn = builder.AddCalComStandIn("calcom");
        builder.AddExecutable("service", "dotnet", ".").WithCalComStandIn(standIn);

        builder.ExecutionContext.IsPublishMode.ShouldBeTrue();
        builder.Resources.Select(r => r.Name).ShouldNotContain("calcom");
        builder.Resources.Single(r => r.Name == "service").Annotations.OfType<EnvironmentCallbackAnnotation>().ShouldBeEmpty();
    }
}
