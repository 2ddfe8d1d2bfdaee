using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using MyPortal.Tests.Shared;
using MyPortal.TicketApi.Automation.Actions;
using MyPortal.TicketApi.Automation.Outgoing;

namespace MyPortal.Tests.Rules.Automation;

/// <summary>Where webhooks get through and where not, whatever names, answers and slowness a receiver comes up with.</summary>
public sealed class WebhookSenderTests
{
    private static readonly OutgoingAddresses Strict = new(AllowLoopback: false);
    private static readonly OutgoingAddresses WithLoopback = new(AllowLoopback: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::1")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    [InlineData]
    public async Task A_name_that_leads_inside_is_refused_and_nothing_is_connected_to(params string[] addresses)
    {
        using var listener = Listener();
        using var sender = new WebhookSender(Strict, TimeProvider.System, (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));

        var refused = await Should.ThrowAsync<ActionRefusedException>(() => SendAsync(sender, $"https://outside.example:{Port(listener)}/"));

        refused.Message.ShouldContain("may not go to");
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task This_machines_own_name_is_refused()
    {
        using var listener = Listener();
        using var sender = new WebhookSender(Strict, TimeProvider.System);

        await Should.ThrowAsync<ActionRefusedException>(() => SendAsync(sender, $"https://localhost:{Port(listener)}/"));

        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_looked_at_is_what_is_connected_to_also_when_the_name_changes_its_mind()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var asked = 0;
        using var sender = new WebhookSender(WithLoopback, TimeProvider.System, (_, _) =>
            Task.FromResult(new[] { Interlocked.Increment(ref asked) == 1 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254") }));
        var url = $"http://outside.example:{new Uri(receiver.Url).Port}/hook";

        await SendAsync(sender, url);

        asked.ShouldBe(1);
        receiver.Received.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_redirect_is_an_answer_like_any_other_and_not_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync(302);
        using var sender = new WebhookSender(WithLoopback, TimeProvider.System);

        (await Should.ThrowAsync<WebhookFailedException>(() => SendAsync(sender, receiver.Url))).Message.ShouldBe("The receiver answered 302.");

        receiver.Received.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_receiver_that_answers_for_ever_is_given_up_after_ten_seconds()
    {
        using var listener = Listener();
        var clock = new FakeTimeProvider();
        using var sender = new WebhookSender(WithLoopback, clock);

        var sending = SendAsync(sender, $"http://127.0.0.1:{Port(listener)}/");
        using var receiver = await BeginAnswerAsync(listener);
        // A header now and then, so that the connection never seems dead.
        for (var second = 0; second < 10; second++)
        {
            await receiver.GetStream().WriteAsync("X-More: to come\r\n"u8.ToArray(), Stop);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        // Who has not given up by now finds a connection that is closed, and says so.
        receiver.Close();

        (await Should.ThrowAsync<WebhookFailedException>(() => sending)).Message.ShouldBe("The receiver did not answer within 10 seconds.");
    }

    [Fact]
    public async Task A_receiver_that_answers_at_the_last_moment_is_heard()
    {
        using var listener = Listener();
        var clock = new FakeTimeProvider();
        using var sender = new WebhookSender(WithLoopback, clock);

        var sending = SendAsync(sender, $"http://127.0.0.1:{Port(listener)}/");
        using var receiver = await BeginAnswerAsync(listener);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        await receiver.GetStream().WriteAsync("Content-Length: 0\r\n\r\n"u8.ToArray(), Stop);

        await Should.NotThrowAsync(() => sending);
    }

    [Fact]
    public async Task Headers_without_end_are_not_read()
    {
        using var listener = Listener();
        var flood = FloodAsync(listener);
        using var sender = new WebhookSender(WithLoopback, TimeProvider.System);

        await Should.ThrowAsync<WebhookFailedException>(() => SendAsync(sender, $"http://127.0.0.1:{Port(listener)}/"));

        // The connection was closed on it.
        await Should.ThrowAsync<IOException>(flood);
    }

    private static async Task<TcpClient> BeginAnswerAsync(TcpListener listener)
    {
        var client = await listener.AcceptTcpClientAsync(Stop);
        await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), Stop);
        return client;
    }

    private static async Task FloodAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Stop);
        var stream = client.GetStream();
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), Stop);
        var header = Encoding.ASCII.GetBytes($"X-More: {new string('x', 4000)}\r\n");
        while (true)
            await stream.WriteAsync(header, Stop);
    }

    private static TcpListener Listener()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static Task SendAsync(WebhookSender sender, string url) => sender.SendAsync(new Uri(url), "{}"u8.ToArray(), "t=1,v1=0", Guid.NewGuid(), Stop);
}
