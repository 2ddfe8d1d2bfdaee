using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(PortalFixture))]

namespace MyPortal.Tests.Fixtures;

/// <summary>One running portal for all tests that break nothing. Where it cannot start, <see cref="PortalStartTests"/> says why.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    // Half of a token's life: whoever gets one has as much again to use it.
    private static readonly TimeSpan TokenUse = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();
    private readonly ConcurrentDictionary<string, Task<WebSession>> _sessions = new();
    private RunningPortal? _portal;

    /// <summary>Skips the test that asks for a portal which could not start.</summary>
    public SkipException NotStarted => SkipException.ForSkip($"The portal did not start: {Failure?.Message.Split('\n')[0]}");

    /// <summary>Why it did not start; null when it runs.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether it runs. A fixture that needs the portal asks first: thrown while it starts, <see cref="NotStarted"/> would fail its tests.</summary>
    public bool HasStarted => _portal is not null;

    /// <exception cref="SkipException">It could not start.</exception>
    public RunningPortal Portal => _portal ?? throw NotStarted;

    /// <summary>For tests that start something of their own which needs what the portal needs.</summary>
    public void SkipUnlessStarted() => _ = Portal;

    public DistributedApplication App => Portal.App;

    public DashboardTelemetry Telemetry => Portal.Telemetry;

    public async ValueTask InitializeAsync()
    {
        try
        {
            _portal = await RunningPortal.StartAsync();
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }

    public Uri Address(string resource) => Portal.Address(resource);

    public HttpClient CreateClient(string resource) => Portal.CreateClient(resource);

    /// <summary>An access token, straight from ProfileApi, as Web would get it.</summary>
    public Task<string> TokenAsync(Person person) =>
        _tokens.GetOrAdd($"{person.Email} {DateTimeOffset.UtcNow.Ticks / TokenUse.Ticks}", _ => SignInAsync(person));

    /// <summary>This person's session in the pages; shared by the tests that name the same sharer, so none may end it.</summary>
    public Task<WebSession> SessionAsync(Person person, string sharer = "") =>
        _sessions.GetOrAdd($"{person.Email} {sharer}", _ => NewSessionAsync(person));

    /// <summary>A session that the test may do with as it likes.</summary>
    public Task<WebSession> NewSessionAsync(Person person) =>
        WebSession.BeginAsync(Address("web"), person, TestContext.Current.CancellationToken);

    /// <summary>A client of one of the APIs that acts for this person.</summary>
    public async Task<HttpClient> ApiClientAsync(string resource, Person person)
    {
        var client = CreateClient(resource);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
        return client;
    }

    /// <summary>What Web proves itself with at ProfileApi.</summary>
    public async Task<string> WebClientSecretAsync()
    {
        var parameters = App.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ParameterResource>();
        return (await parameters.Single(parameter => parameter.Name == "web-client-secret").GetValueAsync(default)).ShouldNotBeNull();
    }

    private async Task<string> SignInAsync(Person person)
    {
        using var client = CreateClient("profileapi");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["username"] = person.Email,
            ["password"] = Demo.Password,
            ["scope"] = "openid offline_access",
            ["client_id"] = "web",
            ["client_secret"] = await WebClientSecretAsync(),
        });
        using var response = await client.PostAsync("/connect/token", form);
        response.EnsureSuccessStatusCode();
        return (await response.ReadStrictlyAsync<Tokens>()).AccessToken;
    }
}
