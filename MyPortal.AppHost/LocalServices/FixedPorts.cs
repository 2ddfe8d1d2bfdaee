using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace MyPortal.AppHost.LocalServices;

/// <param name="Number">The port.</param>
/// <param name="Owner">What is to listen there, in words.</param>
/// <param name="Setting">Where another can be named.</param>
internal sealed record FixedPort(int Number, string Owner, string Setting);

/// <summary>The portal's addresses are fixed, so that people can keep them. Whether they are free is asked before anything starts.</summary>
internal static class FixedPorts
{
    private const string LaunchSettings = "Properties/launchSettings.json";

    private static readonly (string Key, string Owner, string Name)[] OfAppHost =
    [
        ("ASPNETCORE_URLS", "dashboard", "applicationUrl"),
        ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "dashboard, telemetry", "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"),
        ("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", "dashboard, telemetry", "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"),
        ("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "dashboard, resources", "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"),
    ];

    /// <summary>To be called last: a data folder in use says more than the many ports of the portal that uses it.</summary>
    public static IDistributedApplicationBuilder RefuseTakenPorts(this IDistributedApplicationBuilder builder)
    {
        builder.Eventing.Subscribe<BeforeStartEvent>((start, _) =>
        {
            if (!builder.ExecutionContext.IsRunMode)
                return Task.CompletedTask;
            var ports = Dashboard(builder.Configuration);
            if (!builder.Configuration.GetValue<bool>("DcpPublisher:RandomizePorts"))
                ports = ports.Concat(Resources(start.Model));
            var taken = ports.DistinctBy(port => port.Number).Where(port => IsTaken(port.Number)).ToArray();
            return taken.Length == 0 ? Task.CompletedTask : throw new LocalServicesException(Advice.PortsTaken(taken));
        });
        return builder;
    }

    /// <summary>Lets a setting of the AppHost name the port, in place of the project's launch profile.</summary>
    public static IResourceBuilder<ProjectResource> WithPortFrom(this IResourceBuilder<ProjectResource> project, string setting)
    {
        var port = project.ApplicationBuilder.Configuration.GetValue<int?>(setting);
        return project.WithEndpoint("http", endpoint => endpoint.Port = port ?? endpoint.Port)
            .WithAnnotation(new PortSetting(setting.Replace(":", "__", StringComparison.Ordinal)));
    }

    private static IEnumerable<FixedPort> Dashboard(ConfigurationManager configuration) =>
        from setting in OfAppHost
        from url in (configuration[setting.Key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        let port = BindingAddress.Parse(url).Port
        where port != 0
        select new FixedPort(port, setting.Owner, $"{setting.Name} in MyPortal.AppHost/{LaunchSettings}");

    private static IEnumerable<FixedPort> Resources(DistributedApplicationModel model) =>
        from resource in model.Resources
        from endpoint in resource.Annotations.OfType<EndpointAnnotation>()
        let port = endpoint.Port ?? 0
        where port != 0
        select new FixedPort(port, resource.Name, resource.Annotations.OfType<PortSetting>().SingleOrDefault()?.Name ?? LaunchProfile(resource));

    private static string LaunchProfile(IResource resource) => resource is ProjectResource project
        ? $"applicationUrl in {Path.GetFileName(Path.GetDirectoryName(project.GetProjectMetadata().ProjectPath))}/{LaunchSettings}"
        : "AppHost.cs";

    // Both loopback addresses, because the orchestrator listens at both; a machine without IPv6 is no obstacle.
    private static bool IsTaken(int port) => IsTaken(IPAddress.Loopback, port) || IsTaken(IPAddress.IPv6Loopback, port);

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, port));
            return false;
        }
        catch (SocketException refusal)
        {
            return refusal.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied;
        }
    }
}

/// <summary>Names the setting that gives a resource another fixed port.</summary>
internal sealed record PortSetting(string Name) : IResourceAnnotation;
