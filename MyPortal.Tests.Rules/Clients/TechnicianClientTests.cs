using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

namespace MyPortal.Tests.Rules.Clients;

/// <summary>What a ticket page spends on ProfileApi at most: it asks once, and does not wait long.</summary>
public sealed class TechnicianClientTests
{
    // Long enough for a busy machine to have asked by then.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_page_waits_450_ms_at_most_unless_it_is_told_to_wait_longer() =>
        new TechnicianOptions().Timeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromMilliseconds(450));

    [Fact]
    public async Task A_ProfileApi_that_hangs_is_asked_once_and_given_up_at_the_limit()
    {
        using var profileApi = new Counting(async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return new HttpResponseMessage();
        });

        var failure = await FailureAsync(profileApi);

        // Polly's TimeoutRejectedException, whose name two of its packages claim.
        failure.InnerException.ShouldNotBeNull().Message.ShouldContain($"timeout of '{Limit}'");
        profileApi.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_ProfileApi_that_fails_at_once_is_not_asked_again()
    {
        using var profileApi = new Counting(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));

        await FailureAsync(profileApi);

        profileApi.Calls.ShouldBe(1);
    }

    private static async Task<ApiUnavailableException> FailureAsync(HttpMessageHandler profileApi)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{TechnicianOptions.Section}:{nameof(TechnicianOptions.Timeout)}", Limit.ToString())]).Build());
        services.AddApiClients();
        services.AddHttpClient<TechnicianClient>().ConfigurePrimaryHttpMessageHandler(() => profileApi);
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext();
        context.SetAccessToken("token");
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;

        return await Should.ThrowAsync<ApiUnavailableException>(
            () => provider.GetRequiredService<TechnicianClient>().BookingLinkAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));
    }

    private sealed class Counting(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        private int _calls;

        public int Calls => _calls;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            return answer(cancellationToken);
        }
    }
}
