namespace MyPortal.Tests.AppModel;

/// <summary>What the AppHost publishes, whichever way it runs on this machine.</summary>
public sealed class PublishedManifestTests(PublishedManifest manifest) : IClassFixture<PublishedManifest>
{
    [Theory]
    [InlineData("postgres", "docker.io/library/postgres:")]
    [InlineData("cache", "docker.io/library/redis:")]
    public void Servers_are_containers(string name, string image)
    {
        manifest[name].GetProperty("type").GetString().ShouldBe("container.v0");
        manifest[name].GetProperty("image").GetString()!.ShouldStartWith(image);
    }

    [Theory]
    [InlineData("profiledb")]
    [InlineData("ticketdb")]
    public void Databases_belong_to_the_server(string name) =>
        manifest[name].GetProperty("connectionString").GetString()!.ShouldStartWith("{postgres.connectionString}");

    [Fact]
    public void Nothing_local_is_in_it() =>
        manifest.Names.ShouldNotContain(name => name.EndsWith("-process", StringComparison.Ordinal) || name == "calcom");

    [Theory]
    [InlineData("profileapi")]
    [InlineData("profile-migrations")]
    [InlineData("ticketapi")]
    [InlineData("ticket-migrations")]
    public void No_service_is_told_of_the_stand_in(string service) =>
        manifest[service].GetProperty("env").EnumerateObject().Select(variable => variable.Name).ShouldNotContain("CalCom__StandInOrigin");

    [Theory]
    [InlineData("profile-migrations")]
    [InlineData("ticket-migrations")]
    public void Migrations_are_steps_of_their_own_and_not_in_Development(string step)
    {
        manifest[step].GetProperty("args").EnumerateArray().Select(argument => argument.GetString()).ShouldBe(["--migrate"]);
        manifest[step].GetProperty("env").TryGetProperty("ASPNETCORE_ENVIRONMENT", out _).ShouldBeFalse();
    }

    [Fact]
    public void Mail_is_a_connection_string_that_the_operator_gives()
    {
        manifest["mail"].GetProperty("type").GetString().ShouldBe("parameter.v0");
        manifest["mail"].GetProperty("inputs").GetProperty("value").GetProperty("secret").GetBoolean().ShouldBeTrue();
        manifest["ticketapi"].GetProperty("env").GetProperty("ConnectionStrings__mail").GetString().ShouldBe("{mail.connectionString}");
    }

    [Fact]
    public void TicketApi_knows_where_people_find_the_portal() =>
        manifest["ticketapi"].GetProperty("env").GetProperty("Portal__PublicUrl").GetString()!.ShouldStartWith("{web.bindings.http");
}
