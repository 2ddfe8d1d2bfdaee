using System.Net.Http.Headers;
using Aspire.Hosting.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Data;
using MyPortal.ProfileApi.Identity;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Identity;

/// <summary>ProfileApi as the running portal has it, with what tests need around it: people of their own, and tokens.</summary>
internal sealed record ProfileLab(string ProfileDb, string Cache, string ClientSecret, Func<HttpClient> CreateClient)
{
    public const string Password = "a password for tests";

    public static async Task<ProfileLab> OfAsync(PortalFixture fixture)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return new ProfileLab(
            (await fixture.App.GetConnectionStringAsync("profiledb", cancellationToken)).ShouldNotBeNull(),
            (await fixture.App.GetConnectionStringAsync("cache", cancellationToken)).ShouldNotBeNull(),
            await fixture.WebClientSecretAsync(),
            () => fixture.CreateClient("profileapi"));
    }

    /// <summary>Another replica of ProfileApi: same database, and a Redis connection of the test's choice.</summary>
    public Task<ServiceReplica> StartReplicaAsync(string cache) => ServiceReplica.StartAsync("MyPortal.ProfileApi", new Dictionary<string, string>
    {
        ["ConnectionStrings__profiledb"] = ProfileDb,
        ["ConnectionStrings__cache"] = cache,
    });

    public ProfileDbContext OpenDatabase()
    {
        var options = new DbContextOptionsBuilder<ProfileDbContext>().UseNpgsql(ProfileDb);
        DataModule.Configure(options);
        return new ProfileDbContext(options.Options);
    }

    /// <summary>A person whom no other test knows.</summary>
    public async Task<User> CreatePersonAsync(string role)
    {
        var email = $"{Guid.NewGuid():N}@tests.example";
        var user = new User
        {
            Name = $"Test {role}",
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        user.PasswordHash = new PasswordHasher<User>().HashPassword(user, Password);

        await using var db = OpenDatabase();
        var roleId = (await db.Roles.SingleAsync(candidate => candidate.Name == role, TestContext.Current.CancellationToken)).Id;
        db.Users.Add(user);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = roleId });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return user;
    }

    /// <summary>Takes a person's role away and makes them a customer, without a company.</summary>
    public async Task MakeCustomerAsync(User person)
    {
        await using var db = OpenDatabase();
        var customer = (await db.Roles.SingleAsync(role => role.Name == "customer", TestContext.Current.CancellationToken)).Id;
        await db.UserRoles.Where(role => role.UserId == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(role => role.RoleId, customer), TestContext.Current.CancellationToken);
    }

    public async Task<TokenAnswer> RequestTokenAsync(params (string Name, string Value)[] form)
    {
        using var client = CreateClient();
        using var request = AsWebClient("/connect/token", form);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new TokenAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<TokenAnswer> SignInAsync(string? email, string password = Password) =>
        RequestTokenAsync(("grant_type", "password"), ("username", email ?? ""), ("password", password), ("scope", "openid offline_access"));

    public Task<TokenAnswer> RefreshAsync(string refreshToken) =>
        RequestTokenAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    public async Task<Session> OpenSessionAsync(User person, string password = Password)
    {
        var answer = await SignInAsync(person.Email, password);
        answer.Status.ShouldBe(200);
        var tokens = answer.Tokens;
        return new Session(tokens.AccessToken, tokens.RefreshToken.ShouldNotBeNull(), tokens);
    }

    public async Task<HttpClient> SignedInClientAsync(User person) => As((await OpenSessionAsync(person)).AccessToken);

    public HttpClient As(string accessToken)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    public HttpRequestMessage AsWebClient(string path, (string Name, string Value)[] form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"web:{ClientSecret}")));
        return request;
    }

    internal sealed record Session(string AccessToken, string RefreshToken, Tokens Answer);
}
