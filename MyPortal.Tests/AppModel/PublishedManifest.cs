using System.Text.Json;
using Aspire.Hosting.Testing;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.AppModel;

/// <summary>The manifest that the AppHost publishes, made once.</summary>
public sealed class PublishedManifest : IAsyncLifetime
{
    private JsonElement _resources;

    public IEnumerable<string> Names => _resources.EnumerateObject().Select(resource => resource.Name);

    public JsonElement this[string resource] => _resources.GetProperty(resource);

    public async ValueTask InitializeAsync()
    {
        using var limit = Limits.After(Limits.Start);
        var output = Directory.CreateTempSubdirectory("myportal-manifest-");
        try
        {
            var manifest = Path.Combine(output.FullName, "aspire-manifest.json");
            await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.MyPortal_AppHost>(
                ["--operation", "publish", "--publisher", "manifest", "--output-path", manifest], limit.Token);
            await using var app = await builder.BuildAsync(limit.Token);
            await app.RunAsync(limit.Token);
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(manifest, limit.Token));
            _resources = document.RootElement.GetProperty("resources").Clone();
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
