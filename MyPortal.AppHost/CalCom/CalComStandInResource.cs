using Microsoft.Extensions.Configuration;
using MyPortal.AppHost.LocalServices;

namespace MyPortal.AppHost.CalCom;

/// <summary>The stand-in for Cal.com as a resource of the AppHost.</summary>
public static class CalComStandInResource
{
    /// <summary>
    /// Adds the stand-in, on port 5140 or <c>CalCom:StandInPort</c> (in tests: any free one). It exists in run mode only: a published
    /// portal never knows of it.
    /// </summary>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="dataDirectory">
    /// Where the restored embed.js is kept; by default <c>.data/{name}</c> beside the AppHost's folder. It holds nothing else.
    /// </param>
    public static IResourceBuilder<ExecutableResource> AddCalComStandIn(
        this IDistributedApplicationBuilder builder, string name, string? dataDirectory = null)
    {
        // The assembly's own place, because under test the AppHost is loaded from the tests' folder by another host.
        var assembly = typeof(CalComStandIn).Assembly.Location;
        var folder = Path.GetDirectoryName(assembly)!;
        if (!builder.ExecutionContext.IsRunMode)
            return builder.CreateResourceBuilder(new ExecutableResource(name, "dotnet", folder));

        var data = Path.GetFullPath(dataDirectory ?? Path.Combine("..", ".data", name), builder.AppHostDirectory);
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var standIn = builder.AddExecutable(name, dotnet, folder, "exec", assembly, CalComStandIn.Command, "--data-directory", data, $"--{ParentWatch.Setting}", "true")
            .WithHttpEndpoint(port: builder.Configuration.GetValue("CalCom:StandInPort", 5140))
            .WithAnnotation(new PortSetting("CalCom__StandInPort"))
            .WithHttpHealthCheck("/health")
            .WithUrlForEndpoint("http", url => url.DisplayText = "Cal.com stand-in")
            .ExcludeFromManifest();
        var port = standIn.GetEndpoint("http").Property(EndpointProperty.TargetPort);
        return standIn.WithArgs("--urls", ReferenceExpression.Create($"http://localhost:{port}"));
    }

    /// <summary>
    /// Tells a service the stand-in's origin (<c>CalCom:StandInOrigin</c>), so that it trusts exactly that one besides
    /// https origins. Does nothing in publish mode.
    /// </summary>
    public static IResourceBuilder<T> WithCalComStandIn<T>(this IResourceBuilder<T> service, IResourceBuilder<ExecutableResource> standIn)
        where T : IResourceWithEnvironment =>
        service.ApplicationBuilder.ExecutionContext.IsRunMode
            ? service.WithEnvironment("CalCom__StandInOrigin", standIn.GetEndpoint("http"))
            : service;
}
