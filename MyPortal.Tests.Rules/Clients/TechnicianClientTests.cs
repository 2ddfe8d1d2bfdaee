using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyPortal.Web.Clients;
using MyPortal.Web.Session;

namespace MyPortal.Tests.Rules.Clients;

/// <summary>What a ticket page spends on ProfileApi at most: it asks once, and does not wait long.</summary>
public sealed class TechnicianClientTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_page_waits_450_ms_at_most_unless_it_is_told_to_wait_longer() =>
        new TechnicianOptions().Timeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromMilliseconds(450));

    [Theory]
    [InlineData("450")]
    [InlineData("0")]
    [InlineData("-00:00:01")]
    public void A_wait_of_days_or_of_no_time_is_refused_when_Web_starts(string timeout)
    {
        using var provider = Services(timeout).BuildServiceProvider();
        Should.Throw<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate).Message.ShouldContain("Technicians:Timeout");
    }

    [Fact]
    public async Task A_ProfileApi_that_hangs_is_asked_once_and_given_up_at_the_limit()
    {
        // The first answer comes at once: whatever is made with it has been made when the time counts.
        using var profileApi = new Counting(async (call, stop) =>
        {
            if (call > 1)
                await Task.Delay(Timeout.Infinite, stop);
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });

        var failure = await FailureAsync(profileApi, times: 2);

        // Polly's TimeoutRejectedException, whose name two of its packages claim.
        failure.InnerException.ShouldNotBeNull().Message.ShouldContain($"timeout of '{Limit}'");
        profileApi.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_ProfileApi_that_fails_at_once_is_not_asked_again()
    {
        using var profileApi = new Counting((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));

        await FailureAsync(profileApi);

        profileApi.Calls.ShouldBe(1);
    }

    private static IServiceCollection Services(string timeout)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new($"{TechnicianOptions.Section}:{nameof(TechnicianOptions.Timeout)}", timeout)]);
        builder.AddClients();
        return builder.Services;
    }

    private static async Task<ApiUnavailableException> FailureAsync(HttpMessageHandler profileApi, int times = 1)
    {
        var services = Services(Limit.ToString());
        services.AddHttpClient<TechnicianClient>().ConfigurePrimaryHttpMessageHandler(() => profileApi);
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext();
        context.SetAccessToken("token");
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;

        var client = provider.GetRequiredService<TechnicianClient>();
        ApiUnavailableException? last = null;
        for (var time = 0; time < times; time++)
            last = await Should.ThrowAsync<ApiUnavailableException>(() => client.BookingLinkAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));
        return last!;
    }

    private sealed class Counting(Func<int, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        private int _calls;

        public int Calls => _calls;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(Interlocked.Increment(ref _calls), cancellationToken);
    }
}
