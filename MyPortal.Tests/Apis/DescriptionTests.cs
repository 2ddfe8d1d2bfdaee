using System.Text.Json.Nodes;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Shared;

namespace MyPortal.Tests.Apis;

public sealed class DescriptionTests(PortalFixture portal)
{
    [Theory]
    [InlineData("ProfileApi")]
    [InlineData("TicketApi")]
    public async Task The_committed_description_is_that_of_the_running_api(string api)
    {
        using var client = portal.CreateClient(api.ToLowerInvariant());
        var running = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));

        JsonNode.DeepEquals(running, ApiDescription.CommittedDocument(api)).ShouldBeTrue($"Build MyPortal.{api} and commit its openapi.json.");
    }

    [Theory]
    [InlineData("ProfileApi")]
    [InlineData("TicketApi")]
    public void Every_operation_says_what_it_does_what_it_demands_and_how_it_refuses(string api)
    {
        var document = ApiDescription.CommittedDocument(api);

        document["security"]![0]!["bearer"].ShouldNotBeNull();
        document["components"]!["securitySchemes"]!["bearer"].ShouldNotBeNull();
        foreach (var (name, operation) in ApiDescription.Operations(document))
        {
            operation["summary"].ShouldNotBeNull(name);
            foreach (var (status, response) in operation["responses"]!.AsObject().Where(response => response.Key[0] is '4' or '5'))
                response!["content"]?["application/problem+json"].ShouldNotBeNull($"{name} {status}");
        }
    }

    [Fact]
    public void Every_operation_of_ProfileApi_says_what_it_promises() =>
        ApiDescription.Operations(ApiDescription.CommittedDocument("ProfileApi")).ShouldAllBe(operation => operation.Operation["description"] != null);

    [Theory]
    [InlineData("profileapi")]
    [InlineData("ticketapi")]
    public async Task There_is_a_page_to_browse_it(string api)
    {
        using var client = portal.CreateClient(api);
        using var page = await client.GetAsync("/scalar/", TestContext.Current.CancellationToken);
        page.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
    }
}
