using System.Text.Json.Nodes;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Identity;

public sealed class ProfileApiDescriptionTests(PortalFixture fixture)
{
    [Fact]
    public async Task The_committed_description_is_the_one_that_the_running_api_gives()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        using var client = lab.CreateClient();
        var running = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(lab.ProjectDirectory, "openapi.json"), TestContext.Current.CancellationToken));
        JsonNode.DeepEquals(running, committed).ShouldBeTrue("Build MyPortal.ProfileApi and commit its openapi.json.");
    }

    [Fact]
    public async Task Every_operation_says_what_it_promises()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(lab.ProjectDirectory, "openapi.json"), TestContext.Current.CancellationToken))!;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (_, operation) in operations!.AsObject())
            {
                operation!["summary"].ShouldNotBeNull(path);
                operation["description"].ShouldNotBeNull(path);
            }
        }
    }
}
