using System.Text.Json.Nodes;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Tickets;

public sealed class TicketApiDescriptionTests(PortalFixture portal)
{
    [Fact]
    public async Task The_committed_description_is_that_of_the_running_api()
    {
        var running = await DescriptionAsync();
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot(), "MyPortal.TicketApi", "openapi.json"), TestContext.Current.CancellationToken));

        JsonNode.DeepEquals(running, committed).ShouldBeTrue("Build MyPortal.TicketApi and commit its openapi.json.");
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        var description = await DescriptionAsync();

        foreach (var operation in description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(entry => entry.Value!))
        {
            operation["summary"].ShouldNotBeNull();
            foreach (var (status, response) in operation["responses"]!.AsObject().Where(response => response.Key[0] is '4' or '5'))
                response!["content"]?["application/problem+json"].ShouldNotBeNull($"{operation["operationId"]} {status}");
        }
    }

    private async Task<JsonNode> DescriptionAsync()
    {
        using var client = portal.CreateClient("ticketapi");
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MyPortal.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("MyPortal.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
