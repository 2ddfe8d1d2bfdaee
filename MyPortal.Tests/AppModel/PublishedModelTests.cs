using System.Text.Json;
using Aspire.Hosting.Testing;

namespace MyPortal.Tests.AppModel;

/// <summary>What the AppHost publishes, whichever way it runs on this machine.</summary>
public sealed class PublishedModelTests : IAsyncLifetime
{
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("myportal-manifest-");
    private JsonElement _resources;

    public async ValueTask InitializeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var manifest = Path.Combine(_output.FullName, "aspire-manifest.json");
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.MyPortal_AppHost>(
            ["--operation", "publish", "--publisher", "manifest", "--output-path", manifest], limit.Token);
        await using var app = await builder.BuildAsync(limit.Token);
        await app.RunAsync(limit.Token);

        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(manifest, limit.Token));
        _resources = document.RootElement.GetProperty("resources").Clone();
    }

    public ValueTask DisposeAsync()
    {
        _output.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("postgres", "docker.io/library/postgres:")]
    [InlineData("cache", "docker.io/library/redis:")]
    public void Servers_are_containers(string name, string image)
    {
        _resources.GetProperty(name).GetProperty("type").GetString().ShouldBe("container.v0");
        _resources.GetProperty(name).GetProperty("image").GetString()!.ShouldStartWith(image);
    }

    [Theory]
    [InlineData("profiledb")]
    [InlineData("ticketdb")]
    public void Databases_belong_to_the_server(string name) =>
        _resources.GetProperty(name).GetProperty("connectionString").GetString()!.ShouldStartWith("{postgres.connectionString}");

    [Fact]
    public void Nothing_local_is_in_it() =>
        _resources.EnumerateObject().Select(resource => resource.Name)
            .ShouldNotContain(name => name.EndsWith("-process", StringComparison.Ordinal) || name == "calcom");

    [Theory]
    [InlineData("profileapi")]
    [InlineData("profile-migrations")]
    public void No_service_is_told_of_the_stand_in(string service) =>
        _resources.GetProperty(service).GetProperty("env").EnumerateObject().Select(variable => variable.Name)
            .ShouldNotContain("CalCom__StandInOrigin");

    [Theory]
    [InlineData("profile-migrations")]
    [InlineData("ticket-migrations")]
    public void Migrations_are_steps_of_their_own_and_not_in_Development(string step)
    {
        _resources.GetProperty(step).GetProperty("args").EnumerateArray().Select(argument => argument.GetString()).ShouldBe(["--migrate"]);
        _resources.GetProperty(step).GetProperty("env").TryGetProperty("ASPNETCORE_ENVIRONMENT", out _).ShouldBeFalse();
    }
}
