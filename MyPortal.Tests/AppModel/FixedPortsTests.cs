using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using MyPortal.AppHost.LocalServices;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;

namespace MyPortal.Tests.AppModel;

public sealed class FixedPortsTests : IDisposable
{
    private readonly TcpListener _other = new(IPAddress.Loopback, 0);
    private readonly DirectoryInfo _data = DataFolder.Create();

    public FixedPortsTests(PortalFixture portal)
    {
        // What the machine lacks is said before any port is looked at.
        portal.SkipUnlessStarted();
        _other.Start();
    }

    private int TakenPort => ((IPEndPoint)_other.LocalEndpoint).Port;

    public void Dispose()
    {
        _other.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_services_port_that_is_taken_is_named_with_the_file_that_can_change_it()
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            AssemblyName = typeof(FixedPorts).Assembly.GetName().Name,
            DisableDashboard = true,
        });
        builder.AddProject<Projects.MyPortal_Web>("web").WithEndpoint("http", endpoint => endpoint.Port = TakenPort);
        await using var app = builder.RefuseTakenPorts().Build();

        var refusal = await Should.ThrowAsync<LocalServicesException>(app.StartAsync(TestContext.Current.CancellationToken));

        refusal.Message.ShouldContain($"port {TakenPort} (web): applicationUrl in MyPortal.Web/Properties/launchSettings.json");
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://localhost:{0}", "(dashboard): applicationUrl in MyPortal.AppHost/Properties/launchSettings.json")]
    [InlineData("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:{0}", "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL")]
    [InlineData("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "http://localhost:{0}", "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL")]
    [InlineData("CalCom__StandInPort", "{0}", "(calcom): CalCom__StandInPort")]
    public async Task The_AppHost_ends_at_once_with_one_message(string setting, string value, string advice)
    {
        using var appHost = StartAppHost(setting, value.Replace("{0}", $"{TakenPort}", StringComparison.Ordinal));
        try
        {
            using var limit = Limits.After(Limits.Start);
            // These end when every process that could still write has ended: the AppHost leaves none behind.
            var output = appHost.StandardOutput.ReadToEndAsync(limit.Token);
            var message = await appHost.StandardError.ReadToEndAsync(limit.Token);
            await appHost.WaitForExitAsync(limit.Token);

            message.ShouldContain($"port {TakenPort} ");
            message.ShouldContain(advice);
            $"{await output}\n{message}".ShouldNotContain("   at ");
            appHost.ExitCode.ShouldBe(1);
        }
        finally
        {
            appHost.Kill(entireProcessTree: true);
        }
    }

    private Process StartAppHost(string setting, string value)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Output("MyPortal.AppHost"), "MyPortal.AppHost.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Project("MyPortal.AppHost"),
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        start.Environment["LocalServices__DataDirectory"] = _data.FullName;
        foreach (var dashboard in (string[])["ASPNETCORE_URLS", "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"])
            start.Environment[dashboard] = "http://localhost:0";
        start.Environment[setting] = value;
        return Process.Start(start)!;
    }
}
